//! Every operation on every adapter of this machine, held against the kernels of the host. Without an adapter (a normal case) the tests
//! say so and see that the work is done on the host.
#![allow(clippy::unwrap_used)]

use batuta_dispatch::{Accelerator, Dtype, Op, Task, numbers};
use batuta_gpu::{Accelerated, Device, Error, Gpu, Where, adapters};
use batuta_kernels::{Arm, BinaryOp, Conv2d, Extremum, UnaryOp, View, ViewMut};

/// All devices, opened.
fn devices() -> Vec<Gpu> {
    let all: Vec<Gpu> = adapters().iter().map(|adapter| Gpu::open(adapter).unwrap()).collect();
    if all.is_empty() {
        eprintln!("no graphics adapter here: nothing runs on a device");
    }
    all
}

fn fetched(gpu: &Gpu, buffer: &batuta_gpu::Buffer) -> Vec<f32> {
    let mut out = vec![0.0; buffer.len()];
    gpu.download(buffer, &mut out).unwrap();
    out
}

/// Within so much of the greatest expected magnitude.
fn close(name: &str, got: &[f32], expected: &[f32], relative: f32) {
    assert_eq!(got.len(), expected.len(), "{name}");
    let scale = expected.iter().fold(1e-6f32, |most, x| most.max(x.abs()));
    for (index, (a, b)) in got.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= relative * scale || a.to_bits() == b.to_bits(), "{name}[{index}]: {a} and {b}");
    }
}

const LENGTHS: [usize; 6] = [1, 3, 255, 256, 1000, 70_001];

#[test]
fn elementwise_operations_equal_the_host_s() {
    for gpu in devices() {
        for len in LENGTHS {
            let (x, y) = (numbers::<f32>(len), numbers::<f32>(len).iter().rev().map(|y| y * 3.0).collect::<Vec<_>>());
            let (dx, dy) = (gpu.upload(&x).unwrap(), gpu.upload(&y).unwrap());
            let mut sums = vec![0.0; len];
            batuta_kernels::binary(Arm::best(), BinaryOp::Add, x.as_slice().into(), y.as_slice().into(), &mut sums)
                .unwrap();
            assert_eq!(fetched(&gpu, &gpu.add(&dx, &dy).unwrap()), sums, "one rounding each: the same bits");
            let mut powers = vec![0.0; len];
            batuta_kernels::unary(Arm::best(), UnaryOp::Exp, &x, &mut powers).unwrap();
            close("exp", &fetched(&gpu, &gpu.exp(&dx).unwrap()), &powers, 1e-6);
            let mut updated = y.clone();
            batuta_kernels::axpy(Arm::best(), 0.5, &x, &mut updated).unwrap();
            gpu.axpy(0.5, &dx, &dy).unwrap();
            close("axpy", &fetched(&gpu, &dy), &updated, 1e-6);
        }
    }
}

#[test]
fn reductions_equal_the_host_s() {
    for gpu in devices() {
        for len in LENGTHS.into_iter().chain([300_000]) {
            let x = numbers::<f32>(len);
            let there = gpu.upload(&x).unwrap();
            let near =
                |a: f32, b: f32, scale: f32| assert!((a - b).abs() <= 1e-5 * scale.max(1.0), "{len}: {a} and {b}");
            near(gpu.sum(&there).unwrap(), batuta_kernels::sum(Arm::best(), &x), (len as f32).sqrt());
            near(gpu.dot(&there, &there).unwrap(), batuta_kernels::dot(Arm::best(), &x, &x).unwrap(), len as f32);
            let greatest = batuta_kernels::extremum(Arm::best(), Extremum::Max, &x).unwrap();
            assert_eq!(gpu.max(&there).unwrap(), greatest);
        }
        let with_nan = gpu.upload(&[1.0, f32::NAN, f32::INFINITY]).unwrap();
        assert!(gpu.max(&with_nan).unwrap().is_nan(), "a NaN outweighs all, as on the host");
        assert_eq!(gpu.max(&gpu.upload(&[f32::NEG_INFINITY, -3.0]).unwrap()).unwrap(), -3.0);
        assert_eq!(gpu.sum(&gpu.upload(&[]).unwrap()).unwrap(), 0.0);
        assert!(matches!(gpu.max(&gpu.upload(&[]).unwrap()), Err(Error::Shape(_))));
    }
}

#[test]
fn operations_on_rows_and_matrices_equal_the_host_s() {
    for gpu in devices() {
        for (rows, inner, columns) in [(1, 1, 1), (3, 5, 7), (64, 64, 64), (65, 130, 67), (200, 17, 129)] {
            let (a, b) = (numbers::<f32>(rows * inner), numbers::<f32>(inner * columns));
            let (da, db) = (gpu.upload(&a).unwrap(), gpu.upload(&b).unwrap());
            let mut c = vec![0.0; rows * columns];
            let left = View::new(&a, rows, inner).unwrap();
            let right = View::new(&b, inner, columns).unwrap();
            batuta_kernels::gemm(Arm::best(), 1.0, left, right, 0.0, &mut ViewMut::new(&mut c, rows, columns).unwrap())
                .unwrap();
            close("gemm", &fetched(&gpu, &gpu.gemm(&da, &db, rows, inner, columns).unwrap()), &c, 1e-5);
            let (x, mut product) = (numbers::<f32>(inner), vec![0.0; rows]);
            batuta_kernels::gemv(Arm::best(), left, &x, &mut product).unwrap();
            let there = gpu.upload(&x).unwrap();
            close("gemv", &fetched(&gpu, &gpu.gemv(&da, &there, rows, inner).unwrap()), &product, 1e-5);
            let mut out = vec![0.0; rows * inner];
            batuta_kernels::softmax(Arm::best(), &a, inner, &mut out).unwrap();
            close("softmax", &fetched(&gpu, &gpu.softmax(&da, inner).unwrap()), &out, 1e-5);
            batuta_kernels::layer_norm(Arm::best(), &a, inner, 1e-5, None, None, &mut out).unwrap();
            close("layer norm", &fetched(&gpu, &gpu.layer_norm(&da, inner, 1e-5).unwrap()), &out, 1e-4);
        }
    }
}

#[test]
fn convolutions_equal_the_host_s() {
    for gpu in devices() {
        for (channels, stride, padding) in [(1, 1, 1), (3, 2, 0), (2, 1, 2)] {
            let extents = Conv2d {
                channels,
                height: 17,
                width: 23,
                filters: 4,
                filter_height: 3,
                filter_width: 5,
                stride,
                padding,
            };
            let (rows, columns) = extents.output().unwrap();
            let (x, weights) = (numbers::<f32>(channels * 17 * 23), numbers::<f32>(4 * channels * 15));
            let mut out = vec![0.0; 4 * rows * columns];
            batuta_kernels::conv2d(Arm::best(), &extents, &x, &weights, &mut out).unwrap();
            let there = gpu.conv2d(&extents, &gpu.upload(&x).unwrap(), &gpu.upload(&weights).unwrap()).unwrap();
            close("conv2d", &fetched(&gpu, &there), &out, 1e-5);
        }
    }
}

#[test]
fn buffers_stay_where_they_are_and_chains_need_no_way_back() {
    for gpu in devices() {
        let x = gpu.upload(&numbers::<f32>(5000)).unwrap();
        let once = gpu.exp(&x).unwrap();
        let twice = gpu.add(&once, &once).unwrap();
        let expected: f32 = numbers::<f32>(5000).iter().map(|x| 2.0 * x.exp()).sum();
        assert!((gpu.sum(&twice).unwrap() / expected - 1.0).abs() < 1e-4);
    }
}

#[test]
fn what_does_not_fit_is_refused_before_it_is_launched() {
    for gpu in devices() {
        let (x, y) = (gpu.upload(&[1.0; 4]).unwrap(), gpu.upload(&[1.0; 5]).unwrap());
        assert!(matches!(gpu.add(&x, &y), Err(Error::Shape(_))));
        assert!(matches!(gpu.gemm(&x, &y, 2, 2, 3), Err(Error::Shape(_))));
        assert!(matches!(gpu.softmax(&y, 2), Err(Error::Shape(_))));
        assert!(matches!(gpu.softmax(&y, 0), Err(Error::Shape(_))));
        assert!(matches!(gpu.download(&x, &mut [0.0; 3]), Err(Error::Shape(_))));
        assert!(matches!(gpu.zeros(usize::MAX), Err(Error::TooLarge { .. })));
        assert_eq!(gpu.sum(&gpu.add(&x, &x).unwrap()).unwrap(), 8.0, "and the device still works");
    }
}

#[test]
fn a_lost_device_is_said_and_the_host_goes_on() {
    for gpu in devices() {
        let device = Device::from(Ok(gpu));
        let work = |device: &Device| device.run(|gpu| gpu.sum(&gpu.upload(&[1.0, 2.0])?), || 3.0);
        assert_eq!(work(&device), (3.0, Where::Device));
        device.run(
            |gpu| {
                gpu.destroy();
                Ok(())
            },
            || (),
        );
        assert_eq!(work(&device), (3.0, Where::Host));
        assert!(matches!(device.why_not(), Some(Error::Lost(_))), "{:?}", device.why_not());
        assert_eq!(work(&device), (3.0, Where::Host), "it is not tried again");
    }
    let none = Device::from(Err(Error::NoAdapter));
    assert_eq!(none.run(|gpu| gpu.sum(&gpu.upload(&[1.0])?), || 1.0), (1.0, Where::Host));
    assert_eq!(none.why_not(), Some(Error::NoAdapter));
}

#[test]
fn tasks_run_on_devices_as_on_the_host() {
    for gpu in devices() {
        for op in Op::ALL {
            let task = Task::elements(op, Dtype::F32, 1 << 12);
            let Some(mut prepared) = Accelerated::new(&gpu, task) else {
                assert!(matches!(op, Op::Sort | Op::Fft), "{op} is missing");
                continue;
            };
            use batuta_dispatch::OnDevice;
            prepared.upload().and_then(|()| prepared.run()).and_then(|()| prepared.download()).unwrap();
            assert!(prepared.downloaded().iter().all(|x| x.is_finite()) && !prepared.downloaded().is_empty(), "{op}");
            assert!(gpu.prepare(&Task { dtype: Dtype::F64, ..task }).is_none(), "no device has doubles");
        }
    }
}
