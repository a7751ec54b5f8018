// Softmax of rows: a workgroup per row.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

var<workgroup> shared_values: array<f32, 256>;

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
    var greatest = bitcast<f32>(0xff7fffffu);
    for (var i = thread; i < columns; i += 256u) {
        greatest = max(greatest, x[start + i]);
    }
    shared_values[thread] = greatest;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if (thread < half) {
            shared_values[thread] = max(shared_values[thread], shared_values[thread + half]);
        }
        workgroupBarrier();
    }
    greatest = shared_values[0];
    workgroupBarrier();
    var sum = 0.0;
    for (var i = thread; i < columns; i += 256u) {
        let value = exp(x[start + i] - greatest);
        out[start + i] = value;
        sum += value;
    }
    shared_values[thread] = sum;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if (thread < half) {
            shared_values[thread] += shared_values[thread + half];
        }
        workgroupBarrier();
    }
    let total = shared_values[0];
    for (var i = thread; i < columns; i += 256u) {
        out[start + i] = out[start + i] / total;
    }
}
