// Two-dimensional convolution, one thread per element of the result.
// n: channels, height, width, filters; filter height, filter width, stride, padding.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    let i = id.y * groups.x * 256u + id.x;
    let channels = n[0].x;
    let height = n[0].y;
    let width = n[0].z;
    let fh = n[1].x;
    let fw = n[1].y;
    let stride = n[1].z;
    let padding = n[1].w;
    let out_height = (height + 2u * padding - fh) / stride + 1u;
    let out_width = (width + 2u * padding - fw) / stride + 1u;
    if (i >= n[0].w * out_height * out_width) { return; }
    let filter_index = i / (out_height * out_width);
    let top = i / out_width % out_height * stride;
    let left = i % out_width * stride;
    var sum = 0.0;
    for (var c = 0u; c < channels; c++) {
        for (var dy = 0u; dy < fh; dy++) {
            let y = top + dy;
            if (y < padding || y - padding >= height) { continue; }
            for (var dx = 0u; dx < fw; dx++) {
                let xx = left + dx;
                if (xx < padding || xx - padding >= width) { continue; }
                let value = x[(c * height + y - padding) * width + xx - padding];
                sum = fma(value, weights[((filter_index * channels + c) * fh + dy) * fw + dx], sum);
            }
        }
    }
    out[i] = sum;
}
