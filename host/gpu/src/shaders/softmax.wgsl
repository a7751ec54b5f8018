// Softmax of rows.
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
    let all = total(thread, sum);
    for (var i = thread; i < columns; i += 256u) {
        out[start + i] = out[start + i] / all;
    }
}
