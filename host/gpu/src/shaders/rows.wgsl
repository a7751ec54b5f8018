// What operations over rows share: a workgroup works on a row, its threads add up as a tree.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

var<workgroup> shared_values: array<f32, 256>;

fn total(thread: u32, value: f32) -> f32 {
    workgroupBarrier();
    shared_values[thread] = value;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if (thread < half) {
            shared_values[thread] += shared_values[thread + half];
        }
        workgroupBarrier();
    }
    return shared_values[0];
}

