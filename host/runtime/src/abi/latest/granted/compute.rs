//! `compute`: the native kernels, with data that stays on the host behind handles.
//!
//! Long products are cut into parts, so that deadlines and cancels are obeyed between them.

use super::Answer;
use crate::abi::latest::imports::batuta::plugin::compute::{self, Scored};
use crate::abi::latest::imports::batuta::plugin::types::{Dtype, Error};
use crate::state::{Call, State};
use batuta_kernels::{Arm, Float, View, ViewMut, gemm, gemv, top_k};
use wasmtime::Result;
use wasmtime::component::Resource;

/// Bytes of all tensors of one call.
const BYTES: u64 = 1 << 30;
/// Greatest rank.
const RANK: usize = 4;
/// Greatest answer of one `read`, in bytes.
const READ: usize = 256 << 10;
/// Multiplications between two looks at the clock: some ten milliseconds of one core.
const PART: usize = 1 << 28;

/// A `compute.tensor` handle: elements in row-major order, little-endian as on every machine that this host is built for.
pub struct Tensor {
    kind: Dtype,
    shape: Vec<u32>,
    data: Data,
}

enum Data {
    F32(Vec<f32>),
    F64(Vec<f64>),
    Bytes(Vec<u8>),
}

impl Data {
    fn zeros(kind: Dtype, count: usize) -> Self {
        match kind {
            Dtype::Float32 => Data::F32(vec![0.0; count]),
            Dtype::Float64 => Data::F64(vec![0.0; count]),
            _ => Data::Bytes(vec![0; count * width(kind)]),
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Data::F32(data) => bytemuck::cast_slice(data),
            Data::F64(data) => bytemuck::cast_slice(data),
            Data::Bytes(data) => data,
        }
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        match self {
            Data::F32(data) => bytemuck::cast_slice_mut(data),
            Data::F64(data) => bytemuck::cast_slice_mut(data),
            Data::Bytes(data) => data,
        }
    }
}

fn width(kind: Dtype) -> usize {
    match kind {
        Dtype::Boolean | Dtype::Int8 | Dtype::Uint8 => 1,
        Dtype::Int16 => 2,
        Dtype::Int32 | Dtype::Float32 => 4,
        Dtype::Int64 | Dtype::Float64 => 8,
    }
}

fn invalid<T>(why: impl Into<String>) -> Answer<T> {
    Err(Error::InvalidInput(why.into()))
}

impl Call {
    /// Take the room of a tensor from the quota.
    fn take_tensor(&mut self, kind: Dtype, shape: &[u32]) -> Answer<usize> {
        if shape.is_empty() || shape.len() > RANK {
            return invalid(format!("a tensor has 1 to {RANK} dimensions"));
        }
        let count = shape.iter().try_fold(1u64, |count, extent| count.checked_mul(u64::from(*extent)));
        let bytes = count.and_then(|count| count.checked_mul(width(kind) as u64));
        match bytes.and_then(|bytes| bytes.checked_add(self.tensor_bytes)) {
            Some(total) if total <= BYTES => self.tensor_bytes = total,
            _ => return Err(Error::Limit(format!("the tensors of a call have {BYTES} bytes together"))),
        }
        Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(0))
    }
}

impl State {
    fn made(&mut self, tensor: Answer<Tensor>) -> Result<Answer<Resource<Tensor>>> {
        Ok(match tensor {
            Ok(tensor) => Ok(self.table.push(tensor)?),
            Err(error) => Err(error),
        })
    }
}

impl compute::HostTensor for State {
    fn new(&mut self, kind: Dtype, shape: Vec<u32>) -> Result<Answer<Resource<Tensor>>> {
        self.call.enter_step()?;
        if !self.call.powers.compute {
            return Ok(self.call.deny("compute"));
        }
        let tensor = self.call.take_tensor(kind, &shape);
        self.made(tensor.map(|count| Tensor { kind, shape, data: Data::zeros(kind, count) }))
    }

    fn shape(&mut self, tensor: Resource<Tensor>) -> Result<Vec<u32>> {
        self.call.enter()?;
        Ok(self.table.get(&tensor)?.shape.clone())
    }

    fn write(&mut self, tensor: Resource<Tensor>, offset: u64, bytes: Vec<u8>) -> Result<Answer<()>> {
        self.call.enter()?;
        let data = self.table.get_mut(&tensor)?.data.bytes_mut();
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let place = start.checked_add(bytes.len()).and_then(|end| data.get_mut(start..end));
        Ok(match place {
            Some(place) => {
                place.copy_from_slice(&bytes);
                Ok(())
            }
            None => invalid("it writes past the tensor's end"),
        })
    }

    fn read(&mut self, tensor: Resource<Tensor>, offset: u64, len: u32) -> Result<Answer<Vec<u8>>> {
        self.call.enter()?;
        let data = self.table.get(&tensor)?.data.bytes();
        let start = usize::try_from(offset).unwrap_or(usize::MAX).min(data.len());
        let len = (len as usize).min(READ).min(data.len() - start);
        Ok(Ok(data[start..start + len].to_vec()))
    }

    fn drop(&mut self, tensor: Resource<Tensor>) -> Result<()> {
        let tensor = self.table.delete(tensor)?;
        self.call.tensor_bytes = self.call.tensor_bytes.saturating_sub(tensor.data.bytes().len() as u64);
        Ok(())
    }
}

impl compute::Host for State {
    fn matmul(&mut self, a: Resource<Tensor>, b: Resource<Tensor>) -> Result<Answer<Resource<Tensor>>> {
        self.call.enter_step()?;
        let (left, right) = (self.table.get(&a)?, self.table.get(&b)?);
        let plan = match Plan::new(left, right) {
            Ok(plan) => plan,
            Err(error) => return Ok(Err(error)),
        };
        let count = match self.call.take_tensor(left.kind, &plan.shape) {
            Ok(count) => count,
            Err(error) => return Ok(Err(error)),
        };
        let data = match (&left.data, &right.data) {
            (Data::F32(a), Data::F32(b)) => Data::F32(plan.multiply(&mut self.call, a, b, vec![0.0; count])?),
            (Data::F64(a), Data::F64(b)) => Data::F64(plan.multiply(&mut self.call, a, b, vec![0.0; count])?),
            _ => return Ok(invalid("matrix products are of two tensors of float32 or of float64")),
        };
        let tensor = Tensor { kind: left.kind, shape: plan.shape, data };
        self.made(Ok(tensor))
    }

    fn top_k(&mut self, rows: Resource<Tensor>, query: Resource<Tensor>, k: u32) -> Result<Answer<Vec<Scored>>> {
        self.call.enter_step()?;
        let (rows, query) = (self.table.get(&rows)?, self.table.get(&query)?);
        let (Data::F32(data), Data::F32(asked)) = (&rows.data, &query.data) else {
            return Ok(invalid("rows and query are of float32"));
        };
        let (&[count, width], &[length]) = (rows.shape.as_slice(), query.shape.as_slice()) else {
            return Ok(invalid("rows are a matrix and the query is a vector"));
        };
        if width != length {
            return Ok(invalid(format!("rows have {width} elements, the query has {length}")));
        }
        let (count, width) = (count as usize, width as usize);
        let mut scores = vec![0.0f32; count];
        let part = (PART / width.max(1)).max(1);
        for (start, scores) in scores.chunks_mut(part).enumerate().map(|(index, it)| (index * part, it)) {
            let view = View::new(&data[start * width..], scores.len(), width);
            if let Err(error) = view.and_then(|view| gemv(Arm::best(), view, asked, scores)) {
                return Ok(invalid(error.to_string()));
            }
            self.call.check_time()?;
        }
        // NaN is no score: it comes last, as the kernel documents.
        let best = top_k(&scores, (k as usize).min(count));
        Ok(Ok(best.into_iter().map(|index| Scored { index: index as u32, score: scores[index] }).collect()))
    }
}

/// The extents of a product over the last two dimensions, batched over the others.
struct Plan {
    batch: usize,
    rows: usize,
    inner: usize,
    columns: usize,
    shape: Vec<u32>,
}

impl Plan {
    fn new(a: &Tensor, b: &Tensor) -> Answer<Plan> {
        let (Some((left, &[rows, inner])), Some((right, &[height, columns]))) =
            (a.shape.split_last_chunk::<2>(), b.shape.split_last_chunk::<2>())
        else {
            return invalid("matrix products are of tensors with two dimensions or more");
        };
        if inner != height || left != right {
            return invalid(format!("{:?} and {:?} do not fit each other", a.shape, b.shape));
        }
        let shape = [left, &[rows, columns]].concat();
        let batch = left.iter().map(|extent| *extent as usize).product();
        Ok(Plan { batch, rows: rows as usize, inner: inner as usize, columns: columns as usize, shape })
    }

    fn multiply<T: Float>(&self, call: &mut Call, a: &[T], b: &[T], mut out: Vec<T>) -> Result<Vec<T>> {
        let Plan { batch, rows, inner, columns, .. } = *self;
        if out.is_empty() || inner == 0 {
            return Ok(out);
        }
        let part = (PART / (inner * columns)).clamp(1, rows);
        for index in 0..batch {
            let right = &b[index * inner * columns..][..inner * columns];
            for start in (0..rows).step_by(part) {
                let height = part.min(rows - start);
                let left = &a[(index * rows + start) * inner..][..height * inner];
                let place = &mut out[(index * rows + start) * columns..][..height * columns];
                block(left, right, place, (height, inner, columns))
                    .map_err(|error| wasmtime::Error::msg(error.to_string()))?;
                call.check_time()?;
            }
        }
        Ok(out)
    }
}

fn block<T: Float>(
    a: &[T],
    b: &[T],
    out: &mut [T],
    (rows, inner, columns): (usize, usize, usize),
) -> std::result::Result<(), batuta_kernels::Error> {
    let (a, b) = (View::new(a, rows, inner)?, View::new(b, inner, columns)?);
    gemm(Arm::best(), T::ONE, a, b, T::ZERO, &mut ViewMut::new(out, rows, columns)?)
}
