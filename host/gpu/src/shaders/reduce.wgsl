// Each workgroup folds elements that lie a launch apart, then its threads' values as a tree; one value per workgroup remains.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;
SECOND

var<workgroup> shared_values: array<f32, 256>;

fn nan(v: f32) -> bool {
    return (bitcast<u32>(v) & 0x7fffffffu) > 0x7f800000u;
}

fn greater(a: f32, b: f32) -> f32 {
    if (nan(a)) { return a; }
    if (nan(b)) { return b; }
    return max(a, b);
}

fn both(a: f32, b: f32) -> f32 {
    return BOTH;
}

@compute @workgroup_size(256)
fn main(
    @builtin(global_invocation_id) id: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
) {
    var value = f32(NOTHING);
    for (var i = id.x; i < n[0].x; i += groups.x * 256u) {
        value = both(value, FIRST);
    }
    shared_values[thread] = value;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if (thread < half) {
            shared_values[thread] = both(shared_values[thread], shared_values[thread + half]);
        }
        workgroupBarrier();
    }
    if (thread == 0u) {
        out[group.x] = shared_values[0];
    }
}
