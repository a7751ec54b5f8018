//! The worlds of optimizers and backends.

use super::adapter::{Adapter, WitResult, describe, say_panics, with_context};
use super::backend::exports::batuta::plugin::backend as backend_world;
use super::convert;
use super::imports::read_file;
use super::optimizer::exports::batuta::plugin::optimizer as optimizer_world;
use super::transpiler::batuta::plugin::{metadata, project::File, types};
use crate::{Backend, CrateDependency, Dtype, Operand, Operation, Optimizer, Support};
use batuta_text::{FileId, Origin, TextRange};

impl<P: Optimizer> super::optimizer::Guest for Adapter<P> {
    fn describe() -> metadata::Manifest {
        describe::<P>()
    }
}

impl<P: Backend> super::backend::Guest for Adapter<P> {
    fn describe() -> metadata::Manifest {
        describe::<P>()
    }
}

impl<P: Optimizer> optimizer_world::Guest for Adapter<P> {
    fn optimize(
        unit: &File,
        operations: Vec<super::optimizer::batuta::plugin::transpiler::Operation>,
        settings: Vec<types::Setting>,
    ) -> WitResult<optimizer_world::Optimized> {
        with_context(settings, |cx| {
            let operations: Vec<Operation> = operations
                .into_iter()
                .map(|it| Operation {
                    id: it.id,
                    name: it.name,
                    operands: it.operands.into_iter().map(|it| operand(it.kind, it.shape)).collect(),
                    results: it.results.into_iter().map(|it| operand(it.kind, it.shape)).collect(),
                    at: origin(it.at),
                })
                .collect();
            let optimized = P::optimize(&read_file(unit)?, &operations, cx)?;
            let edit = |it: crate::Edit| types::Edit { span: convert::span(it.at), replacement: it.replacement };
            let choice = |(operation, backend)| optimizer_world::Choice { operation, backend };
            Ok(optimizer_world::Optimized {
                edits: optimized.edits.into_iter().map(edit).collect(),
                choices: optimized.choices.into_iter().map(choice).collect(),
            })
        })
    }
}

impl<P: Backend> backend_world::Guest for Adapter<P> {
    fn operations() -> Vec<backend_world::Offer> {
        say_panics();
        let offer = |it: crate::Offer| backend_world::Offer {
            name: it.name,
            kinds: it.kinds.into_iter().map(convert::dtype).collect(),
            flops_per_item: it.flops_per_item,
            bytes_per_item: it.bytes_per_item,
        };
        P::operations().into_iter().map(offer).collect()
    }

    fn emit(site: super::backend::batuta::plugin::transpiler::Operation) -> WitResult<backend_world::Stub> {
        use super::backend::batuta::plugin::transpiler as wit;
        say_panics();
        let site = Operation {
            id: site.id,
            name: site.name,
            operands: site.operands.into_iter().map(|it| operand(it.kind, it.shape)).collect(),
            results: site.results.into_iter().map(|it| operand(it.kind, it.shape)).collect(),
            at: origin(site.at),
        };
        let stub = P::emit(&site).map_err(convert::error_out)?;
        let support = |it: Support| wit::Support { name: it.name, features: it.features };
        let dependency =
            |it: CrateDependency| wit::Dependency { name: it.name, version: it.version, features: it.features };
        Ok(backend_world::Stub {
            body: stub.body,
            imports: stub.imports,
            supports: stub.supports.into_iter().map(support).collect(),
            dependencies: stub.dependencies.into_iter().map(dependency).collect(),
        })
    }
}

fn origin(span: types::Span) -> Origin {
    Origin::new(FileId(span.file), TextRange { start: span.start, end: span.end })
}

fn operand(kind: types::Dtype, shape: Vec<Option<u32>>) -> Operand {
    let kind = match kind {
        types::Dtype::Boolean => Dtype::Boolean,
        types::Dtype::Int8 => Dtype::Int8,
        types::Dtype::Int16 => Dtype::Int16,
        types::Dtype::Int32 => Dtype::Int32,
        types::Dtype::Int64 => Dtype::Int64,
        types::Dtype::Uint8 => Dtype::Uint8,
        types::Dtype::Float32 => Dtype::Float32,
        types::Dtype::Float64 => Dtype::Float64,
    };
    Operand { kind, shape }
}
