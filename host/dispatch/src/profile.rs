//! What was measured on a machine, and how it is kept.

use crate::arm::Choice;
use crate::task::{Dtype, Op};
use batuta_kernels::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of a profile's form; another one is measured again.
pub const PROFILE_VERSION: u32 = 1;

/// Points of a measured function, first coordinates ascending; between them both coordinates are interpolated as logarithms.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve(pub Vec<(f64, f64)>);

impl Curve {
    /// The value at `x`; below the first point its value, past the last one in proportion to `x` to the power `growth`. None of an
    /// empty curve.
    pub fn at(&self, x: f64, growth: f64) -> Option<f64> {
        let points = &self.0;
        let (first, last) = (points.first()?, points.last()?);
        // Below the first point a call costs what it costs there.
        if x <= first.0 {
            return Some(first.1);
        }
        // Not along the last two points: what is noise there would grow with the distance.
        if x >= last.0 {
            return Some(last.1 * (x / last.0).powf(growth));
        }
        let right = points.partition_point(|point| point.0 < x).min(points.len() - 1);
        let (left, right) = (points[right - 1], points[right]);
        let slope = (right.1 / left.1).ln() / (right.0 / left.0).ln();
        Some(left.1 * (x / left.0).powf(slope)).filter(|value| value.is_finite()).or(Some(right.1))
    }

    /// The first coordinate of the last point.
    pub fn end(&self) -> Option<f64> {
        self.0.last().map(|point| point.0)
    }

    /// The second coordinate of the last point.
    pub fn last(&self) -> Option<f64> {
        self.0.last().map(|point| point.1)
    }

    /// The points with four significant digits: what lies below is noise, and would not survive being written down.
    pub fn rounded(self) -> Self {
        let round = |value: f64| format!("{value:.3e}").parse().unwrap_or(value);
        Self(self.0.into_iter().map(|(x, y)| (round(x), round(y))).collect())
    }
}

/// Which machine a profile is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The processor's name, as it says itself.
    pub processor: String,
    /// The instruction sets for which there are kernels.
    pub paths: Vec<String>,
    /// Threads that can work at once.
    pub threads: usize,
    /// The version of batuta, whose kernels were measured.
    pub version: String,
    /// The devices beside the host, by name.
    #[serde(default)]
    pub devices: Vec<String>,
}

impl Fingerprint {
    /// That of this machine.
    pub fn here(threads: usize) -> Self {
        let paths = Path::available().into_iter().map(|path| path.name().to_string()).collect();
        Self {
            processor: processor(),
            paths,
            threads,
            version: env!("CARGO_PKG_VERSION").to_string(),
            devices: Vec::new(),
        }
    }

    /// With these devices beside the host.
    pub fn with_devices(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.devices = names.into_iter().collect();
        self
    }

    /// A short name for a file: letters, digits and dashes.
    pub fn slug(&self) -> String {
        let full = format!(
            "{}-{}-{}-{}",
            self.processor,
            self.paths.last().map_or("", String::as_str),
            self.threads,
            self.version
        );
        let plain: String =
            full.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }
}

#[cfg(target_arch = "x86_64")]
fn processor() -> String {
    let brand = raw_cpuid::CpuId::new().get_processor_brand_string();
    brand.map_or_else(|| "x86-64".to_string(), |brand| brand.as_str().trim().to_string())
}

#[cfg(not(target_arch = "x86_64"))]
fn processor() -> String {
    std::env::consts::ARCH.to_string()
}

/// A device beside the host, as measured: what a launch costs and how fast bytes get there and back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Device {
    /// Its name, as its driver says.
    pub name: String,
    /// Seconds from a launch to its end when there is nothing to do.
    pub launch: f64,
    /// Seconds that so many bytes take to the device.
    pub upload: Curve,
    /// Seconds that so many bytes take back.
    pub download: Curve,
    /// Seconds of each operation over elements, its operands on the device.
    pub operations: BTreeMap<String, Curve>,
}

/// What was measured on a machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// [`PROFILE_VERSION`] when it was written.
    pub format: u32,
    /// The machine.
    pub fingerprint: Fingerprint,
    /// Was it measured? A guess says no.
    pub measured: bool,
    /// Seconds that the calibration took.
    pub seconds: f64,
    /// Floating-point operations per second in fused multiply-adds, by instruction set and type.
    pub peak: BTreeMap<String, f64>,
    /// Bytes per second of reading and writing, over bytes of the working set.
    pub bandwidth: Curve,
    /// Seconds to share next to nothing among all threads and wait.
    pub fork: f64,
    /// Seconds of each operation over elements, by [`Profile::key`].
    pub operations: BTreeMap<String, Curve>,
    /// Devices beside the host.
    pub devices: Vec<Device>,
}

/// Why a stored profile is not used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// It cannot be read.
    #[error("the profile cannot be read ({0}); run `batuta calibrate` again")]
    Broken(#[from] serde_json::Error),
    /// It has another form.
    #[error("the profile has format {0}, this batuta reads {PROFILE_VERSION}; run `batuta calibrate` again")]
    Format(u32),
    /// It is of another machine.
    #[error("the profile is of {0}, this machine is {1}; run `batuta calibrate` here")]
    Machine(String, String),
}

impl Profile {
    /// The name of a curve.
    pub fn key(op: Op, dtype: Dtype, choice: Choice) -> String {
        format!("{op} {dtype} {choice}")
    }

    /// The name of a device's curve for an operation.
    pub fn device_key(op: Op, dtype: Dtype) -> String {
        format!("{op} {dtype}")
    }

    /// The curve of an operation.
    pub fn curve(&self, op: Op, dtype: Dtype, choice: Choice) -> Option<&Curve> {
        match choice {
            Choice::Device(index) => self.devices.get(usize::from(index))?.operations.get(&Self::device_key(op, dtype)),
            _ => self.operations.get(&Self::key(op, dtype, choice)),
        }
    }

    /// As JSON, to be stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// From JSON, for this machine. Whether its devices are still there is the caller's to look at: their names stand in the
    /// fingerprint, and finding devices takes more than reading a file.
    ///
    /// # Errors
    /// [`ProfileError`] when it is broken, of another form or of another machine.
    pub fn from_json(text: &str, here: &Fingerprint) -> Result<Self, ProfileError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let head: Head = serde_json::from_str(text)?;
        if head.format != PROFILE_VERSION {
            return Err(ProfileError::Format(head.format));
        }
        let profile: Self = serde_json::from_str(text)?;
        let host = Fingerprint { devices: here.devices.clone(), ..profile.fingerprint.clone() };
        if host != *here {
            return Err(ProfileError::Machine(profile.fingerprint.slug(), here.slug()));
        }
        Ok(profile)
    }

    /// For a machine that was not measured: vectors always, threads from a million operations on. It says that it is a guess.
    pub fn guess() -> Self {
        let fingerprint = Fingerprint::here(1);
        let (peak, operations) = (BTreeMap::new(), BTreeMap::new());
        Self {
            format: PROFILE_VERSION,
            fingerprint,
            measured: false,
            seconds: 0.0,
            peak,
            bandwidth: Curve::default(),
            fork: 1e-5,
            operations,
            devices: Vec::new(),
        }
    }
}
