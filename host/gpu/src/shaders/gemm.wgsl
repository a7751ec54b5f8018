// c = a b: a workgroup of 16 x 16 threads makes 64 x 64 elements of c, each thread 4 x 4, from tiles of 16 of the inner extent.
@group(0) @binding(0) var<uniform> n: array<vec4<u32>, 2>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;

var<workgroup> tile_a: array<f32, 1024>;
var<workgroup> tile_b: array<f32, 1024>;

@compute @workgroup_size(16, 16)
fn main(
    @builtin(local_invocation_id) local: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>,
) {
    let rows = n[0].x;
    let inner = n[0].y;
    let columns = n[0].z;
    let row = group.y * 64u;
    let column = group.x * 64u;
    var sums: array<vec4<f32>, 4>;
    for (var k = 0u; k < inner; k += 16u) {
        for (var i = thread; i < 1024u; i += 256u) {
            let ar = row + i / 16u;
            let ak = k + i % 16u;
            tile_a[i] = select(0.0, a[min(ar, rows - 1u) * inner + min(ak, inner - 1u)], ar < rows && ak < inner);
            let bk = k + i / 64u;
            let bc = column + i % 64u;
            tile_b[i] = select(0.0, b[min(bk, inner - 1u) * columns + min(bc, columns - 1u)], bk < inner && bc < columns);
        }
        workgroupBarrier();
        for (var kk = 0u; kk < 16u; kk++) {
            let at = kk * 64u + local.x * 4u;
            let right = vec4<f32>(tile_b[at], tile_b[at + 1u], tile_b[at + 2u], tile_b[at + 3u]);
            for (var r = 0u; r < 4u; r++) {
                sums[r] = fma(vec4<f32>(tile_a[(local.y * 4u + r) * 16u + kk]), right, sums[r]);
            }
        }
        workgroupBarrier();
    }
    for (var r = 0u; r < 4u; r++) {
        let cr = row + local.y * 4u + r;
        for (var s = 0u; s < 4u; s++) {
            let cc = column + local.x * 4u + s;
            if (cr < rows && cc < columns) {
                c[cr * columns + cc] = sums[r][s];
            }
        }
    }
}
