//! A sentence transformer in ONNX: the mean of its last hidden state over the tokens of a text.

use super::tokens::Tokens;
use rten::{Model, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};
use std::sync::Arc;

/// A network whose inputs are known.
pub(super) struct Network {
    model: Model,
    inputs: Vec<(NodeId, Input)>,
    output: NodeId,
    dimension: usize,
    /// Texts that are embedded beside each other have one thread each; one alone has all.
    one: Arc<ThreadPool>,
    all: Arc<ThreadPool>,
}

/// What an input wants.
#[derive(Clone, Copy)]
enum Input {
    Ids,
    /// 1 for every token.
    Mask,
    /// 0 for every token: there is one text.
    Segments,
}

impl Network {
    pub(super) fn parse(bytes: Vec<u8>, tokens: &Tokens) -> Result<Self, String> {
        let model = Model::load(bytes).map_err(|error| format!("no ONNX that can be run: {error}"))?;
        let mut inputs = Vec::new();
        for id in model.input_ids() {
            let info = model.node_info(*id);
            let input = match info.as_ref().and_then(|info| info.name()) {
                Some("input_ids") => Input::Ids,
                Some("attention_mask") => Input::Mask,
                Some("token_type_ids") => Input::Segments,
                other => {
                    return Err(format!("this ONNX is no sentence transformer: it wants `{}`", other.unwrap_or("?")));
                }
            };
            inputs.push((*id, input));
        }
        let output = *model.output_ids().first().ok_or("this ONNX has no output")?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let (one, all) = (ThreadPool::with_num_threads(1), ThreadPool::with_num_threads(cores));
        let (one, all) = (Arc::new(one), Arc::new(all));
        let mut network = Network { model, inputs, output, dimension: 0, one, all };
        if tokens.size() == 0 {
            return Err("the tokenizer knows no token".to_owned());
        }
        // A first run tells the width, and whether it runs at all.
        network.dimension = network.mean(&tokens.of("a", true)?, true)?.len();
        Ok(network)
    }

    pub(super) fn dimension(&self) -> usize {
        self.dimension
    }

    /// The mean over tokens; `alone` when no other text is being embedded.
    pub(super) fn mean(&self, ids: &[u32], alone: bool) -> Result<Vec<f32>, String> {
        if ids.is_empty() {
            return Ok(vec![0.0; self.dimension]);
        }
        let input = |(node, what): &(NodeId, Input)| -> (NodeId, ValueOrView<'static>) {
            let value = |at: usize| match what {
                Input::Ids => ids[at] as i32,
                Input::Mask => 1,
                Input::Segments => 0,
            };
            (*node, NdTensor::<i32, 2>::from_fn([1, ids.len()], |[_, at]| value(at)).into())
        };
        let inputs = self.inputs.iter().map(input).collect();
        let options =
            RunOptions::default().with_thread_pool(Some(Arc::clone(if alone { &self.all } else { &self.one })));
        let outputs = self.model.run(inputs, &[self.output], Some(options)).map_err(|error| error.to_string())?;
        pooled(outputs.into_iter().next().ok_or("the network gave nothing")?, ids.len())
    }
}

/// One vector from `1 × tokens × values`, or from `1 × values` of a network that pools by itself.
fn pooled(output: Value, tokens: usize) -> Result<Vec<f32>, String> {
    let tensor: Tensor<f32> =
        output.try_into().map_err(|_| "the network gives no floating point numbers".to_owned())?;
    let (shape, values) = (tensor.shape().to_vec(), tensor.to_vec());
    match shape[..] {
        [1, rows, width] if rows == tokens && width > 0 => {
            let mut mean = vec![0.0f64; width];
            for row in values.chunks_exact(width) {
                mean.iter_mut().zip(row).for_each(|(sum, value)| *sum += f64::from(*value));
            }
            Ok(mean.into_iter().map(|sum| (sum / tokens as f64) as f32).collect())
        }
        [1, width] if width > 0 => Ok(values),
        _ => {
            Err(format!("the network gives a tensor of the shape {shape:?}, and not one vector per token or per text"))
        }
    }
}
