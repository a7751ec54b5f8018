"""k-means clustering."""
import numpy as np


def main():
    rng = np.random.default_rng(5)
    centres = rng.uniform(-10, 10, (8, 2))
    points = np.concatenate([rng.normal(centre, 1.0, (5000, 2)) for centre in centres])
    means = points[rng.choice(len(points), 8, replace=False)]
    for step in range(30):
        distances = ((points[:, None, :] - means[None, :, :]) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        new = np.array([points[labels == k].mean(axis=0) for k in range(8)])
        moved = np.abs(new - means).max()
        means = new
        if moved < 1e-9:
            break
    print(step)
    print(means[np.argsort(means[:, 0])])
    print(np.bincount(labels))


main()
