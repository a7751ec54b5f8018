//! Which devices a machine has.

use std::fmt;

/// What an adapter is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A card with memory of its own.
    Discrete,
    /// A part of the processor, with the processor's memory.
    Integrated,
    /// A share of a card in a virtual machine.
    Virtual,
    /// Unknown.
    Other,
    /// A program that runs on the processor: right, and slow.
    Software,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Discrete => "discrete",
            Self::Integrated => "integrated",
            Self::Virtual => "virtual",
            Self::Other => "other",
            Self::Software => "software",
        })
    }
}

/// A device that could be opened.
#[derive(Debug, Clone)]
pub struct Adapter {
    /// Its name, as its driver says.
    pub name: String,
    /// What it is made of.
    pub kind: Kind,
    /// `vulkan`, `metal`, `dx12`.
    pub interface: String,
    /// The driver and its version.
    pub driver: String,
    pub(crate) raw: wgpu::Adapter,
}

impl fmt::Display for Adapter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {}; {})", self.name, self.kind, self.interface, self.driver)
    }
}

/// Every adapter of this machine, real cards first; empty where there is none, or no driver.
pub fn adapters() -> Vec<Adapter> {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
    let found = pollster::block_on(instance.enumerate_adapters(wgpu::Backends::PRIMARY));
    let mut adapters: Vec<Adapter> = found.into_iter().map(describe).collect();
    adapters.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    adapters
}

fn describe(raw: wgpu::Adapter) -> Adapter {
    let info = raw.get_info();
    let kind = match info.device_type {
        wgpu::DeviceType::DiscreteGpu => Kind::Discrete,
        wgpu::DeviceType::IntegratedGpu => Kind::Integrated,
        wgpu::DeviceType::VirtualGpu => Kind::Virtual,
        wgpu::DeviceType::Cpu => Kind::Software,
        wgpu::DeviceType::Other => Kind::Other,
    };
    let driver = format!("{} {}", info.driver, info.driver_info).trim().to_owned();
    Adapter { name: info.name, kind, interface: info.backend.to_string(), driver, raw }
}
