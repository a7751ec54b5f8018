// A matrix times a vector: a workgroup per row.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

var<workgroup> shared_values: array<f32, 64>;

@compute @workgroup_size(64)
fn main(
    @builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
) {
    let row = group.y * groups.x + group.x;
    let columns = n[0].y;
    if (row >= n[0].x) { return; }
    var sum = 0.0;
    for (var i = thread; i < columns; i += 64u) {
        sum = fma(a[row * columns + i], x[i], sum);
    }
    shared_values[thread] = sum;
    workgroupBarrier();
    for (var half = 32u; half > 0u; half /= 2u) {
        if (thread < half) {
            shared_values[thread] += shared_values[thread + half];
        }
        workgroupBarrier();
    }
    if (thread == 0u) {
        out[row] = shared_values[0];
    }
}
