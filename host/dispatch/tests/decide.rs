//! Decisions over profiles that are written down here, and one calibration of this machine.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a test looks at the clock

use batuta_dispatch::{
    Accelerator, Budget, Choice, Curve, Device, Dispatcher, Dtype, Fingerprint, OnDevice, Op, Policy, Profile,
    ProfileError, Residency, Task, calibrate, predict,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A line of slope one through a fixed cost: seconds = fixed + elements * each.
fn line(fixed: f64, each: f64) -> Curve {
    Curve((4..=24).map(|power| 2f64.powi(power)).map(|n| (n, fixed + n * each)).collect()).rounded()
}

/// Two threads that pay 10 µs for a fork, and a device with a launch of 20 µs, a slow link and a tenth of the time per element.
fn machine() -> Profile {
    let mut operations = BTreeMap::new();
    for op in Op::ALL {
        operations.insert(Profile::key(op, Dtype::F64, Choice::Scalar), line(5e-9, 4e-9));
        operations.insert(Profile::key(op, Dtype::F64, Choice::Simd), line(1e-8, 1e-9));
        operations.insert(Profile::key(op, Dtype::F64, Choice::Threads(2)), line(1e-5, 0.5e-9));
    }
    let device = Device {
        name: "a device".to_string(),
        launch: 2e-5,
        upload: line(1e-5, 1e-10),
        download: line(1e-5, 1e-10),
        operations: Op::ALL.into_iter().map(|op| (format!("{op} f64"), line(0.0, 1e-10))).collect(),
    };
    let fingerprint = Fingerprint { threads: 2, ..Fingerprint::here(2) };
    Profile { measured: true, fingerprint, operations, devices: vec![device], ..Profile::guess() }
}

fn add(elements: usize) -> Task {
    Task::elements(Op::Add, Dtype::F64, elements)
}

#[test]
fn the_least_predicted_time_is_chosen() {
    let host = Dispatcher::new(Profile { devices: Vec::new(), ..machine() });
    assert_eq!(host.decide(&add(16)), Choice::Simd);
    assert_eq!(host.decide(&add(1 << 10)), Choice::Simd);
    assert_eq!(host.decide(&add(1 << 20)), Choice::Threads(2));
    // The same again, now from memory.
    assert_eq!(host.decide(&add(1 << 20)), Choice::Threads(2));
}

#[test]
fn bytes_that_are_elsewhere_are_charged() {
    let dispatcher = Dispatcher::new(machine());
    let (big, there) = (add(1 << 22), Residency { operands: Some(0), result: Some(0) });
    // From the host 96 MB cross a link of 10 GB/s: worth less than adding here. On the device they are there already.
    assert_eq!(dispatcher.decide(&big), Choice::Threads(2));
    assert_eq!(dispatcher.decide_at(&big, there), Choice::Device(0));
    // A small array is better fetched than worked on there? No: a fetch costs as much as a launch.
    let small = dispatcher.explain(&add(16), there);
    assert_eq!(small.chosen, Choice::Device(0));
    let from_host = predict(dispatcher.profile(), &big, Choice::Device(0), Residency::default()).unwrap();
    let from_there = predict(dispatcher.profile(), &big, Choice::Device(0), there).unwrap();
    assert!(from_host > 5.0 * from_there);
}

#[test]
fn chains_are_decided_together() {
    let dispatcher = Dispatcher::new(machine());
    let task = Task::elements(Op::Exp, Dtype::F64, 1 << 22);
    // One alone stays on the host, as the way there and back costs more; eight in a row pay for it.
    assert_eq!(dispatcher.decide_chain(&[task], Residency::default()), [dispatcher.decide(&task)]);
    assert_eq!(dispatcher.decide(&task), Choice::Threads(2));
    assert_eq!(dispatcher.decide_chain(&[task; 8], Residency::default()), [Choice::Device(0); 8]);
    assert!(dispatcher.decide_chain(&[], Residency::default()).is_empty());
}

#[test]
fn fixed_rules_are_there_for_comparison() {
    let (five, moe) =
        (Dispatcher::new(machine()).with_policy(Policy::FiveX), Dispatcher::new(machine()).with_policy(Policy::Moe));
    // The rule asks for 18,750 rows before it sends a product to a device.
    let product = |n| Task::gemm(Dtype::F64, n, n, n);
    assert_eq!(five.decide(&product(2000)), Choice::Simd);
    assert_eq!(five.decide(&product(80_000)), Choice::Device(0));
    assert_eq!(moe.decide(&product(101)), Choice::Device(0));
    assert_eq!(moe.decide(&add(1 << 10)), Choice::Scalar);
    let record = moe.explain(&product(101), Residency::default());
    assert_ne!(record.chosen, record.alternatives[0].choice);
}

#[test]
fn rows_limit_threads() {
    let dispatcher = Dispatcher::new(Profile { devices: Vec::new(), ..machine() });
    assert_eq!(dispatcher.decide(&Task::over_rows(Op::Softmax, Dtype::F64, 1, 1 << 20)), Choice::Simd);
    assert_eq!(dispatcher.decide(&Task::over_rows(Op::Softmax, Dtype::F64, 1024, 1024)), Choice::Threads(2));
}

#[test]
fn running_corrects_predictions_and_tries_few_alternatives() {
    let profile = Profile { devices: Vec::new(), ..machine() };
    let (task, here) = (add(1 << 20), Residency::default());
    let dispatcher = Dispatcher::new(profile.clone()).adaptive();
    let predicted = |choice| predict(&profile, &task, choice, here).unwrap();
    assert_eq!(dispatcher.decide(&task), Choice::Threads(2));
    // The other core is busy: sharing takes three times as long as it did when the machine was measured.
    for _ in 0..100 {
        dispatcher.observe(&task, here, Choice::Threads(2), 3.0 * predicted(Choice::Threads(2)));
        dispatcher.observe(&task, here, Choice::Simd, predicted(Choice::Simd));
    }
    assert_eq!(dispatcher.decide(&task), Choice::Simd);
    let tried = (0..10_000).filter(|n| dispatcher.explain(&add((1 << 14) + n), here).explored).count();
    assert!(tried <= 100, "{tried} of 10,000");
    // In the deterministic mode nothing is learnt.
    let fixed = Dispatcher::new(profile.clone());
    fixed.observe(&task, here, Choice::Threads(2), 1.0);
    assert_eq!(fixed.decide(&task), Choice::Threads(2));
}

#[test]
fn a_profile_is_read_back_only_where_it_holds() {
    let here = Fingerprint::here(2);
    let profile = Profile { fingerprint: here.clone(), ..machine() };
    let text = profile.to_json();
    assert!(Profile::from_json(&text, &here).unwrap() == profile, "what was read differs from what was written");
    assert!(matches!(Profile::from_json(&text[..text.len() / 2], &here), Err(ProfileError::Broken(_))));
    assert!(matches!(
        Profile::from_json(&text.replacen("\"format\": 1", "\"format\": 99", 1), &here),
        Err(ProfileError::Format(99))
    ));
    let other = Fingerprint { processor: "another".to_string(), ..here };
    assert!(matches!(Profile::from_json(&text, &other), Err(ProfileError::Machine(..))));
}

#[test]
fn a_record_is_json_with_its_alternatives() {
    let record = Dispatcher::new(machine()).explain(&add(1000), Residency::default());
    let json: serde_json::Value = serde_json::to_value(&record).unwrap();
    assert_eq!(json["chosen"], "simd");
    assert_eq!(json["policy"], "cost");
    assert_eq!(json["alternatives"].as_array().unwrap().len(), 4);
    assert!(
        json["alternatives"][0]["predicted"].as_f64().unwrap()
            <= json["alternatives"][1]["predicted"].as_f64().unwrap()
    );
}

/// A device on which everything takes a millisecond; it has no doubles.
struct Slow;

impl Accelerator for Slow {
    fn name(&self) -> String {
        "slow".to_string()
    }

    fn prepare(&self, task: &Task) -> Option<Box<dyn OnDevice + '_>> {
        (task.dtype == Dtype::F32).then(|| Box::new(Slow) as Box<dyn OnDevice>)
    }
}

impl OnDevice for Slow {
    fn upload(&mut self) -> Result<(), String> {
        std::thread::sleep(Duration::from_millis(1));
        Ok(())
    }

    fn run(&mut self) -> Result<(), String> {
        self.upload()
    }

    fn download(&mut self) -> Result<(), String> {
        self.upload()
    }
}

#[test]
fn this_machine_can_be_measured_within_a_budget() {
    let start = Instant::now();
    let clock = move || start.elapsed();
    let mut last = 0.0;
    let budget = Budget { most: Duration::from_millis(400), most_per_device: Duration::from_millis(200), threads: 2 };
    let profile = calibrate(budget, &[&Slow], &clock, &mut |share, _| {
        assert!(share >= last);
        last = share;
    });
    assert!(profile.measured && last == 1.0);
    assert_eq!((profile.devices.len(), &profile.fingerprint.devices[..]), (1, &["slow".to_string()][..]));
    let device = &profile.devices[0];
    assert!(device.launch >= 1e-3 && device.upload.at(1e3, 1.0).unwrap() >= 1e-3, "{device:?}");
    assert!(device.operations.contains_key("add f32") && !device.operations.contains_key("add f64"), "{device:?}");
    assert!(profile.bandwidth.0.iter().all(|(_, rate)| *rate > 1e8), "{:?}", profile.bandwidth);
    assert!(profile.peak.values().all(|rate| *rate > 1e8), "{:?}", profile.peak);
    let add = profile.curve(Op::Add, Dtype::F64, Choice::Simd).unwrap();
    assert!(add.0.iter().all(|(_, seconds)| *seconds < 1.0));
    assert_eq!(Dispatcher::new(profile).decide(&Task::elements(Op::Sum, Dtype::F64, 16)).threads(), 1);
}

#[test]
fn without_measurements_it_guesses_and_says_so() {
    let record = Dispatcher::new(Profile::guess()).explain(&add(100), Residency::default());
    assert!(!record.measured_machine);
    assert_eq!(record.chosen, Choice::Simd);
}

proptest! {
    #[test]
    fn curves_pass_through_their_points_and_stay_between(mut points in prop::collection::vec((1.0..1e9f64, 1e-9..1.0f64), 1..12), at in 0.0..1.0f64) {
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points.dedup_by(|a, b| a.0 / b.0 < 1.001);
        let curve = Curve(points.clone());
        for pair in points.windows(2) {
            prop_assert!((curve.at(pair[1].0, 1.0).unwrap() / pair[1].1 - 1.0).abs() < 1e-6);
            let x = pair[0].0 + at * (pair[1].0 - pair[0].0);
            let (low, high) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
            let value = curve.at(x, 1.0).unwrap();
            prop_assert!(value >= low * 0.999_999 && value <= high * 1.000_001);
        }
        let beyond = curve.at(points[points.len() - 1].0 * 4.0, 1.0).unwrap();
        prop_assert!(points.len() == 1 || beyond > points[points.len() - 1].1);
    }
}
