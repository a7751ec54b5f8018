//! The dispatcher: which arm (instruction set, number of threads, device) an operation runs on.
//!
//! [`calibrate()`] measures this machine once and gives a [`Profile`]; [`Dispatcher`] predicts from it what each arm would take
//! for a [`Task`] and chooses the least. The prediction charges what a launch costs, the bytes that are not where the arm needs
//! them, the work itself, and the way back of the result. Each choice can be had as a [`Record`] that names its alternatives.
//!
//! ```
//! use batuta_dispatch::{Dispatcher, Dtype, Op, Profile, Task};
//! let dispatcher = Dispatcher::new(Profile::guess());
//! let small = dispatcher.decide(&Task::elements(Op::Add, Dtype::F64, 64));
//! assert_eq!(small.threads(), 1);
//! ```

mod accelerator;
mod arm;
mod calibrate;
mod cost;
mod decide;
mod devices;
mod online;
mod policy;
mod probe;
mod profile;
mod record;
mod task;
mod workload;

pub use accelerator::{Accelerator, OnDevice};
pub use arm::Choice;
pub use calibrate::{Budget, calibrate};
pub use cost::{Residency, predict};
pub use decide::Dispatcher;
pub use policy::Policy;
pub use probe::peak;
pub use profile::{Curve, Device, Fingerprint, PROFILE_VERSION, Profile, ProfileError};
pub use record::{Alternative, Record};
pub use task::{Dtype, Op, Task};
pub use workload::{Workload, numbers};
