//! Items as text.

use super::emit::{Emitter, Marker};
use crate::{Enum, Field, Fields, Function, Impl, Item, ItemKind, Receiver, Struct, Trait, Variant, Visibility};

impl Emitter {
    pub(super) fn items(&mut self, items: &[Item], module_level: bool) {
        let mut previous: Option<&Item> = None;
        for item in items {
            let blank_above = previous.is_some_and(|previous| apart(previous, item, module_level));
            let marker = Marker { comments: item.comments.clone(), origin: item.origin, blank_above };
            if blank_above || !item.comments.is_empty() || item.origin.is_some() {
                self.mark(marker);
            }
            self.item(item, false);
            previous = Some(item);
        }
    }

    /// An item; with its comments when it stands among statements.
    pub(super) fn item(&mut self, item: &Item, among_statements: bool) {
        if among_statements && (!item.comments.is_empty() || item.origin.is_some()) {
            self.mark(Marker { comments: item.comments.clone(), origin: item.origin, blank_above: false });
        }
        self.docs(&item.docs, false);
        for attr in &item.attrs {
            self.put(&format!("#[{attr}]\n"));
        }
        if !matches!(item.kind, ItemKind::Verbatim(_) | ItemKind::Comment | ItemKind::Impl(_)) {
            self.visibility(&item.vis);
        }
        self.kind(&item.kind);
        self.put("\n");
    }

    fn visibility(&mut self, vis: &Visibility) {
        self.put(match vis {
            Visibility::Private => "",
            Visibility::Crate => "pub(crate) ",
            Visibility::Public => "pub ",
        });
    }

    fn kind(&mut self, kind: &ItemKind) {
        match kind {
            ItemKind::Function(function) => self.function(function),
            ItemKind::Struct(item) => self.struct_item(item),
            ItemKind::Enum(item) => self.enum_item(item),
            ItemKind::Impl(item) => self.impl_item(item),
            ItemKind::Trait(item) => self.trait_item(item),
            ItemKind::Module(module) => {
                self.put(&format!("mod {}", module.name));
                match &module.items {
                    None => self.put(";"),
                    Some(items) => {
                        self.put(" {\n");
                        self.items(items, true);
                        self.put("}");
                    }
                }
            }
            ItemKind::Use(path) => self.put(&format!("use {path};")),
            ItemKind::Const(name, ty, value) => {
                self.put(&format!("const {name}: "));
                self.typed_value(ty, value);
            }
            ItemKind::Static(mutable, name, ty, value) => {
                self.put(&format!("static {}{name}: ", if *mutable { "mut " } else { "" }));
                self.typed_value(ty, value);
            }
            ItemKind::Alias(name, generics, ty) => {
                self.put(&format!("type {name}"));
                self.generics(generics);
                self.put(" = ");
                self.ty(ty);
                self.put(";");
            }
            ItemKind::Extern(abi, declarations) => {
                self.put(&format!("unsafe extern \"{abi}\" {{\n"));
                declarations.iter().for_each(|line| self.put(&format!("{line}\n")));
                self.put("}");
            }
            ItemKind::Verbatim(text) => self.put(text),
            ItemKind::Comment => {}
        }
    }

    fn typed_value(&mut self, ty: &crate::Type, value: &crate::Expr) {
        self.ty(ty);
        self.put(" = ");
        self.expr(value);
        self.put(";");
    }

    fn function(&mut self, function: &Function) {
        if !function.qualifiers.is_empty() {
            self.put(&format!("{} ", function.qualifiers));
        }
        self.put(&format!("fn {}", function.name));
        self.generics(&function.generics);
        self.put("(");
        if let Some(receiver) = function.receiver {
            self.put(match receiver {
                Receiver::Value => "self",
                Receiver::ValueMut => "mut self",
                Receiver::Ref => "&self",
                Receiver::RefMut => "&mut self",
            });
            self.put(if function.params.is_empty() { "" } else { ", " });
        }
        self.list(&function.params, |this, param| {
            this.pat(&param.pat);
            this.put(": ");
            this.ty(&param.ty);
        });
        self.put(")");
        if let Some(ret) = &function.ret {
            self.put(" -> ");
            self.ty(ret);
        }
        self.conditions(&function.generics);
        match &function.body {
            None => self.put(";"),
            Some(body) => {
                self.put(" ");
                self.block(body);
            }
        }
    }

    fn struct_item(&mut self, item: &Struct) {
        self.put(&format!("{} {}", if item.union { "union" } else { "struct" }, item.name));
        self.generics(&item.generics);
        let named = matches!(item.fields, Fields::Named(_));
        if named {
            self.conditions(&item.generics);
        }
        self.fields(&item.fields);
        if !named {
            self.conditions(&item.generics);
            self.put(";");
        }
    }

    fn fields(&mut self, fields: &Fields) {
        match fields {
            Fields::Unit => {}
            Fields::Tuple(list) => {
                self.put("(");
                self.list(list, Self::field);
                self.put(")");
            }
            Fields::Named(list) => {
                self.put(" {\n");
                for field in list {
                    self.field(field);
                    self.put(",\n");
                }
                self.put("}");
            }
        }
    }

    fn field(&mut self, field: &Field) {
        self.mark_attribute(&field.comments, None);
        self.docs(&field.docs, false);
        self.visibility(&field.vis);
        if !field.name.is_empty() {
            self.put(&format!("{}: ", field.name));
        }
        self.ty(&field.ty);
    }

    fn enum_item(&mut self, item: &Enum) {
        self.put(&format!("enum {}", item.name));
        self.generics(&item.generics);
        self.conditions(&item.generics);
        self.put(" {\n");
        item.variants.iter().for_each(|variant| self.variant(variant));
        self.put("}");
    }

    fn variant(&mut self, variant: &Variant) {
        self.mark_attribute(&variant.comments, None);
        self.docs(&variant.docs, false);
        for attr in &variant.attrs {
            self.put(&format!("#[{attr}]\n"));
        }
        self.put(&variant.name);
        self.fields(&variant.fields);
        if let Some(value) = &variant.value {
            self.put(" = ");
            self.expr(value);
        }
        self.put(",\n");
    }

    fn impl_item(&mut self, item: &Impl) {
        self.put("impl");
        self.generics(&item.generics);
        self.put(" ");
        if let Some(of) = &item.of {
            self.ty(of);
            self.put(" for ");
        }
        self.ty(&item.for_);
        self.conditions(&item.generics);
        self.put(" {\n");
        self.items(&item.items, false);
        self.put("}");
    }

    fn trait_item(&mut self, item: &Trait) {
        self.put(&format!("trait {}", item.name));
        self.generics(&item.generics);
        if !item.supers.is_empty() {
            self.put(&format!(": {}", item.supers.join(" + ")));
        }
        self.conditions(&item.generics);
        self.put(" {\n");
        self.items(&item.items, false);
        self.put("}");
    }
}

/// Whether an empty line separates two neighbours: not within a run of one-line items of the same kind.
fn apart(previous: &Item, item: &Item, module_level: bool) -> bool {
    let one_line = |item: &Item| {
        matches!(item.kind, ItemKind::Use(_) | ItemKind::Const(..) | ItemKind::Static(..) | ItemKind::Alias(..))
            || matches!(&item.kind, ItemKind::Module(module) if module.items.is_none())
    };
    let same = std::mem::discriminant(&previous.kind) == std::mem::discriminant(&item.kind);
    let described = !item.docs.is_empty() || !item.comments.is_empty();
    !one_line(previous) || !same || described && module_level
}
