//! A scatter plot as a PNG file.

use trueno_viz::output::PngEncoder;
use trueno_viz::prelude::*;

fn main() -> Result<()> {
    let plot = ScatterPlot::new().x(&[1.0, 2.0, 3.0]).y(&[2.0, 4.0, 1.0]).build()?;
    PngEncoder::write_to_file(&plot.to_framebuffer()?, "scatter.png")
}
