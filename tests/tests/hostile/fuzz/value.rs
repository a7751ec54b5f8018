//! Values of any WIT type in the memory layout of the canonical ABI, mostly sane, now and then not; and the orders that make the handles
//! in them.

use super::guest::{BASE, BLOB, EMIT, MOST, calls};
use super::random::Random;
use super::words;
use wit_parser::{Handle, Int, Resolve, SizeAlign, Type, TypeDefKind};

/// Words at the start of a payload: result, flags, the allocator's argument, number of orders, their place.
const HEADER: usize = 20;

/// The types of the ABI.
pub struct Types {
    pub resolve: Resolve,
    sizes: SizeAlign,
}

impl Types {
    pub fn new(resolve: Resolve) -> Self {
        let mut sizes = SizeAlign::default();
        sizes.fill(&resolve).unwrap();
        Types { resolve, sizes }
    }

    /// What the function `name` of the interface gives.
    pub fn result(&self, interface: &str, name: &str) -> Type {
        let interface = self.interface(interface);
        interface.functions[name].result.unwrap()
    }

    /// The type `name` of the interface.
    pub fn named(&self, interface: &str, name: &str) -> Type {
        Type::Id(self.interface(interface).types[name])
    }

    fn interface(&self, name: &str) -> &wit_parser::Interface {
        let mut all = self.resolve.interfaces.iter().map(|(_, it)| it);
        all.find(|it| it.name.as_deref() == Some(name)).unwrap()
    }

    fn size(&self, ty: &Type) -> usize {
        self.sizes.size(ty).size_wasm32()
    }

    fn align(&self, ty: &Type) -> usize {
        self.sizes.align(ty).align_wasm32()
    }
}

/// A payload under construction.
pub struct Builder<'a> {
    types: &'a Types,
    pub random: Random,
    data: Vec<u8>,
    orders: Vec<[u32; 8]>,
    /// How many values are wrong on purpose: one in this many.
    odd: usize,
}

impl<'a> Builder<'a> {
    pub fn new(types: &'a Types, mut random: Random) -> Self {
        let odd = [8, 40, 400][random.below(3)];
        Builder { types, random, data: vec![0; HEADER], orders: Vec::new(), odd }
    }

    /// A payload whose result is a value of the type.
    pub fn payload(mut self, result: &Type) -> Vec<u8> {
        if self.random.one_in(2) {
            for _ in 0..self.random.below(4) {
                self.finding();
            }
        }
        if self.random.one_in(3) {
            for _ in 0..1 + self.random.below(8) {
                self.stray();
            }
        }
        let place = self.place(result);
        self.finish(place)
    }

    /// The place of a new value of the type; for values that no payload is made of, too.
    pub fn place(&mut self, ty: &Type) -> u32 {
        let at = self.room(self.types.size(ty), self.types.align(ty));
        self.value(ty, at, "result");
        BASE + at as u32
    }

    /// Everything behind [`BASE`].
    pub fn data(self) -> Vec<u8> {
        self.data
    }

    fn finish(mut self, result: u32) -> Vec<u8> {
        if self.random.one_in(3) {
            for _ in 0..1 + self.random.below(3) {
                let at = self.random.below(self.data.len() / 4) * 4;
                let word = self.random.word();
                self.put(at, &word.to_le_bytes());
            }
        }
        let orders = self.room(32 * self.orders.len(), 4);
        for (number, order) in self.orders.clone().iter().enumerate() {
            let bytes: Vec<u8> = order.iter().flat_map(|word| word.to_le_bytes()).collect();
            self.put(orders + 32 * number, &bytes);
        }
        let mode = if self.random.one_in(12) { self.random.below(4) as u32 } else { 0 };
        let keep = if self.random.one_in(30) { 256 } else { 0 };
        let after = if self.random.one_in(30) { 512 } else { 0 };
        let result = if self.random.one_in(40) { self.random.word() } else { result };
        let argument = self.random.word();
        let header = [result, mode | keep | after, argument, self.orders.len() as u32, BASE + orders as u32];
        for (number, word) in header.iter().enumerate() {
            self.put(4 * number, &word.to_le_bytes());
        }
        self.data.truncate(MOST);
        self.data
    }

    fn put(&mut self, at: usize, bytes: &[u8]) {
        if let Some(place) = self.data.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }

    fn room(&mut self, size: usize, align: usize) -> usize {
        let at = self.data.len().next_multiple_of(align.max(1));
        // What finds no room any more lies on top of the rest.
        if at + size > MOST {
            return HEADER;
        }
        self.data.resize(at + size, 0);
        at
    }

    fn value(&mut self, ty: &Type, at: usize, name: &str) {
        let random = &mut self.random;
        match ty {
            Type::Bool => {
                let value = if random.one_in(self.odd) { 2 } else { random.below(2) as u8 };
                self.put(at, &[value]);
            }
            Type::U8 | Type::S8 => {
                let value = random.next() as u8;
                self.put(at, &[value]);
            }
            Type::U16 | Type::S16 => {
                let value = (random.word() as u16).to_le_bytes();
                self.put(at, &value);
            }
            Type::U32 | Type::S32 | Type::Char | Type::ErrorContext => {
                let value = words::number(random, name, self.odd).to_le_bytes();
                self.put(at, &value);
            }
            Type::U64 | Type::S64 => {
                let value = (u64::from(random.word()) << 32 | u64::from(random.word())).to_le_bytes();
                self.put(at, &value);
            }
            Type::F32 => {
                let value = words::fraction(random, self.odd).to_le_bytes();
                self.put(at, &value);
            }
            Type::F64 => {
                let value = f64::from(words::fraction(random, self.odd)).to_le_bytes();
                self.put(at, &value);
            }
            Type::String => {
                let text = words::text(random, name, self.odd);
                self.bytes(&text, at);
            }
            Type::Id(id) => {
                let types = self.types;
                self.defined(&types.resolve.types[*id].kind, at, name);
            }
        }
    }

    fn defined(&mut self, kind: &TypeDefKind, at: usize, name: &str) {
        let types = self.types;
        match kind {
            TypeDefKind::Record(record) => {
                let offsets = types.sizes.field_offsets(record.fields.iter().map(|field| &field.ty));
                for ((offset, ty), field) in offsets.into_iter().zip(&record.fields) {
                    self.value(ty, at + offset.size_wasm32(), &field.name);
                }
            }
            TypeDefKind::Tuple(tuple) => {
                for (offset, ty) in types.sizes.field_offsets(&tuple.types) {
                    self.value(ty, at + offset.size_wasm32(), name);
                }
            }
            TypeDefKind::Variant(variant) => {
                let cases: Vec<Option<&Type>> = variant.cases.iter().map(|case| case.ty.as_ref()).collect();
                self.cases(variant.tag(), &cases, at, name, None);
            }
            TypeDefKind::Enum(cases) => {
                let none = vec![None; cases.cases.len()];
                self.cases(cases.tag(), &none, at, name, None);
            }
            TypeDefKind::Option(ty) => self.cases(Int::U8, &[None, Some(ty)], at, name, None),
            TypeDefKind::Result(result) => {
                let good = (!self.random.one_in(12)).then_some(0);
                self.cases(Int::U8, &[result.ok.as_ref(), result.err.as_ref()], at, name, good);
            }
            TypeDefKind::List(ty) => self.list(ty, at, name),
            TypeDefKind::Handle(Handle::Own(_) | Handle::Borrow(_)) => self.handle(at),
            TypeDefKind::Type(ty) => self.value(ty, at, name),
            _ => {}
        }
    }

    /// One of several cases, with its tag.
    fn cases(&mut self, tag: Int, cases: &[Option<&Type>], at: usize, name: &str, chosen: Option<usize>) {
        let case = chosen.unwrap_or_else(|| self.random.below(cases.len()));
        let shown = if self.random.one_in(self.odd * 2) { self.random.word() } else { case as u32 };
        let size = match tag {
            Int::U8 => 1,
            Int::U16 => 2,
            Int::U32 | Int::U64 => 4,
        };
        self.put(at, &shown.to_le_bytes()[..size]);
        if let Some(ty) = cases[case] {
            let offset = self.types.sizes.payload_offset(tag, cases.iter().copied()).size_wasm32();
            self.value(ty, at + offset, name);
        }
    }

    fn list(&mut self, ty: &Type, at: usize, name: &str) {
        let (size, align) = (self.types.size(ty), self.types.align(ty));
        let mut count = match self.random.below(24) {
            0 => 20 + self.random.below(60),
            1 if size == 1 => self.random.below(5000),
            _ => self.random.below(4),
        };
        count = count.min((MOST - self.data.len().min(MOST)) / size.max(1));
        let place = self.room(count * size, align);
        for number in 0..count {
            self.value(ty, place + number * size, name);
        }
        let mut length = count as u32;
        let mut address = BASE + place as u32;
        if self.random.one_in(self.odd * 2) {
            length = self.random.word();
        }
        if self.random.one_in(self.odd * 3) {
            address = self.random.word();
        }
        self.put(at, &address.to_le_bytes());
        self.put(at + 4, &length.to_le_bytes());
    }

    /// Bytes, and a pointer and a length to them.
    fn bytes(&mut self, text: &[u8], at: usize) {
        let place = self.room(text.len(), 1);
        self.put(place, text);
        let mut length = text.len() as u32;
        if self.random.one_in(self.odd * 3) {
            length = self.random.word();
        }
        self.put(at, &(BASE + place as u32).to_le_bytes());
        self.put(at + 4, &length.to_le_bytes());
    }

    /// A blob of something that files are made of; or any number.
    fn handle(&mut self, at: usize) {
        if self.random.one_in(self.odd) {
            let handle = self.random.word();
            return self.put(at, &handle.to_le_bytes());
        }
        let text = words::content(&mut self.random);
        let place = self.room(text.len(), 1);
        self.put(place, &text);
        self.orders.push([BLOB, BASE + place as u32, text.len() as u32, BASE + at as u32, 0, 0, 0, 0]);
    }

    /// Report a finding: its type, flattened to sixteen words.
    fn finding(&mut self) {
        let ty = self.types.named("types", "diagnostic");
        let whole = self.room(self.types.size(&ty), self.types.align(&ty));
        self.value(&ty, whole, "diagnostic");
        let flat = self.room(64, 4);
        // Severity is a byte; what follows is words, with the tags of the two options in bytes of their own.
        let words: Vec<u32> = (0..16).map(|word| self.word(whole + 4 * word)).collect();
        for (number, word) in words.iter().enumerate() {
            let word = if matches!(number, 0 | 5 | 13) { word & 0xff } else { *word };
            self.put(flat + 4 * number, &word.to_le_bytes());
        }
        self.orders.push([EMIT, BASE + flat as u32, 0, 0, 0, 0, 0, 0]);
    }

    fn word(&self, at: usize) -> u32 {
        let bytes = self.data.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, u32::from_le_bytes)
    }

    /// A call of the host with arguments that are mostly places and small numbers.
    fn stray(&mut self) {
        let code = match self.random.below(10) {
            0 => self.random.word() & 0xff,
            1 => 42 + self.random.below(2) as u32,
            _ => self.random.below(calls()) as u32,
        };
        let mut order = [code, 0, 0, 0, 0, 0, 0, 0];
        for word in &mut order[1..] {
            *word = match self.random.below(5) {
                0 => self.random.word(),
                1 => (BASE + self.random.below(self.data.len()) as u32) & !7,
                2 => 2200,
                _ => self.random.below(9) as u32,
            };
        }
        if self.random.one_in(3) {
            order[0] |= 1 << (8 + self.random.below(7));
        }
        self.orders.push(order);
    }
}
