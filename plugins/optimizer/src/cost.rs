//! What a backend costs at a site, on a nominal machine.

use batuta_sdk::{Dtype, Operation, Settings};

/// Floating-point operations in a nanosecond.
const FLOPS: f64 = 16.0;
/// Bytes in a nanosecond.
const BYTES: f64 = 16.0;
/// Nanoseconds that looking at the arguments and the call take.
const CALL: f64 = 100.0;
/// Elements that are assumed where an extent is not known.
const UNKNOWN: f64 = 256.0;
/// Elements of the result below which a site is left alone, where they are known.
const LEAST: u64 = 16;

/// An offer of a backend.
struct Offer {
    backend: String,
    operation: String,
    kinds: Vec<String>,
    flops: f64,
    bytes: f64,
}

/// All offers, in order of the backends' names.
pub(crate) struct Offers(Vec<Offer>);

impl Offers {
    /// Those of the settings `offer.BACKEND.OPERATION`; what cannot be read is none.
    pub(crate) fn read(settings: &Settings) -> Self {
        let one = |(key, value): &(String, String)| {
            let (backend, operation) = key.strip_prefix("offer.")?.split_once('.')?;
            let mut parts = value.split(';');
            let kinds = parts.next()?.split(',').map(str::to_owned).collect();
            let (flops, bytes) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Some(Offer { backend: backend.to_owned(), operation: operation.to_owned(), kinds, flops, bytes })
        };
        let mut all: Vec<Offer> = settings.0.iter().filter_map(one).collect();
        all.sort_by(|a, b| a.backend.cmp(&b.backend));
        Offers(all)
    }

    fn fitting<'a>(&'a self, site: &'a Operation) -> impl Iterator<Item = &'a Offer> {
        let fits = move |offer: &&Offer| {
            let kinds = |kind: Dtype| offer.kinds.iter().any(|known| known == name(kind));
            offer.operation == site.family() && site.operands.iter().all(|operand| kinds(operand.kind))
        };
        self.0.iter().filter(fits)
    }

    /// Whether a backend has an offer for the site.
    pub(crate) fn fits(&self, backend: &str, site: &Operation) -> bool {
        self.fitting(site).any(|offer| offer.backend == backend)
    }

    /// The backend whose offer costs least; none where the site is too small for any.
    pub(crate) fn best(&self, site: &Operation) -> Option<String> {
        if items(site).is_some_and(|items| items < LEAST) {
            return None;
        }
        let cost = |offer: &Offer| nanoseconds(offer, site);
        let best = self.fitting(site).min_by(|a, b| cost(a).total_cmp(&cost(b)))?;
        Some(best.backend.clone())
    }
}

/// Elements that the operation computes, when that is known: those of a result, or of what is reduced to a number.
fn items(site: &Operation) -> Option<u64> {
    let result = site.results.first()?;
    if !result.is_scalar() {
        return result.len();
    }
    site.operands.iter().map(batuta_sdk::Operand::len).try_fold(1, |most, len| Some(len?.max(most)))
}

fn nanoseconds(offer: &Offer, site: &Operation) -> f64 {
    let extent = |n: &Option<u32>| n.map_or(UNKNOWN, f64::from);
    let result = site.results.first().map_or(1.0, |it| it.shape.iter().map(extent).product::<f64>());
    let operands = site.operands.iter().map(|it| it.shape.iter().map(extent).product::<f64>());
    let items = result.max(if site.results.first().is_some_and(|it| it.is_scalar()) {
        operands.fold(1.0, f64::max)
    } else {
        1.0
    });
    // A product computes as many terms per element as the operands have in common.
    let inner = match (site.family(), site.operands.first().and_then(|it| it.shape.last())) {
        ("matmul", Some(n)) => extent(n),
        _ => 1.0,
    };
    CALL + items * (offer.flops * inner / FLOPS).max(offer.bytes / BYTES)
}

/// The ABI's name of an element type.
fn name(kind: Dtype) -> &'static str {
    match kind {
        Dtype::Boolean => "boolean",
        Dtype::Int8 => "int8",
        Dtype::Int16 => "int16",
        Dtype::Int32 => "int32",
        Dtype::Int64 => "int64",
        Dtype::Uint8 => "uint8",
        Dtype::Float32 => "float32",
        Dtype::Float64 => "float64",
    }
}
