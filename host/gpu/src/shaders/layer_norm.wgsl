// Rows with mean 0 and variance 1: a workgroup per row; epsilon stands behind the extents.
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

@compute @workgroup_size(256)
fn main(
    @builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
) {
    let row = group.y * groups.x + group.x;
    let columns = n[0].y;
    if (row >= n[0].x) { return; }
    let start = row * columns;
    var sum = 0.0;
    for (var i = thread; i < columns; i += 256u) {
        sum += x[start + i];
    }
    let mean = total(thread, sum) / f32(columns);
    var squares = 0.0;
    for (var i = thread; i < columns; i += 256u) {
        let d = x[start + i] - mean;
        squares = fma(d, d, squares);
    }
    let scale = inverseSqrt(total(thread, squares) / f32(columns) + bitcast<f32>(n[0].z));
    for (var i = thread; i < columns; i += 256u) {
        out[start + i] = (x[start + i] - mean) * scale;
    }
}
