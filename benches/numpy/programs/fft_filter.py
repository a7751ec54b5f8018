"""A low-pass filter of a signal in the frequency domain."""
import numpy as np


def main():
    rng = np.random.default_rng(9)
    n = 1 << 16
    t = np.arange(n) / n
    signal = np.sin(2 * np.pi * 50 * t) + 0.5 * np.sin(2 * np.pi * 120 * t)
    frequencies = np.fft.rfftfreq(n, 1 / n)
    total = 0.0
    for round_ in range(20):
        noisy = signal + rng.normal(0, 0.5, n)
        spectrum = np.fft.rfft(noisy)
        spectrum[frequencies > 200] = 0
        clean = np.fft.irfft(spectrum)
        total += np.abs(clean - signal).mean()
    power = np.abs(spectrum) ** 2
    peaks = np.argsort(power[:200])[-2:][::-1]
    print(frequencies[peaks], np.round(power[peaks] / n**2, 8))
    print(total / 20, clean[:3])


main()
