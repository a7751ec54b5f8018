// From a JSON Schema to Rust types.

import { rustString } from './batuta-sdk.js';
import { camel, fresh, snake } from './names.js';

// Why a schema has no type here; `path` are the keys that lead to it.
export class Unsupported extends Error {
  constructor(path, message) {
    super(message);
    this.path = path;
  }
}

// Keywords that say how to combine schemas, which are no types.
const COMBINE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'patternProperties', 'prefixItems', 'const'];
// Keywords that say more of a value than its type: the type does not check them.
const CHECKS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern', 'format',
  'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'contains', 'propertyNames', 'dependentRequired'];
const SCALARS = { string: 'String', integer: 'i64', number: 'f64', boolean: 'bool' };
const DEEPEST = 100;

export class Types {
  constructor(root, checkpoint) {
    this.root = root;
    this.checkpoint = checkpoint;
    this.taken = new Set(['String', 'Vec', 'Option', 'Box', 'BTreeMap', 'Root']);
    // Pointers of definitions, and the types that they became.
    this.named = new Map();
    // Text of each type, in the order in which they were finished.
    this.items = [];
    // Keywords that are not checked, with the path of the first place.
    this.unchecked = new Map();
    this.usesMap = false;
    // Functions that attributes name.
    this.helpers = new Set();
  }

  // The Rust type of a schema; `name` is what a type of its own would be called.
  type(schema, path, name) {
    this.checkpoint();
    if (path.length > DEEPEST) throw new Unsupported(path.slice(0, 4), 'schemas nest too deep');
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) throw new Unsupported(path, 'this is no schema with a type');
    if (typeof schema.$ref === 'string') return this.reference(schema.$ref, path);
    this.check(schema, path);
    const { kind, nullable } = kinds(schema, path);
    const inner = this.plain(schema, kind, path, name);
    return nullable ? `Option<${inner}>` : inner;
  }

  // Refuse what is no type, and remember what a type does not check.
  check(schema, path) {
    for (const keyword of COMBINE) {
      if (Object.hasOwn(schema, keyword)) throw new Unsupported([...path, keyword], `\`${keyword}\` is not converted`);
    }
    for (const keyword of CHECKS) {
      if (Object.hasOwn(schema, keyword) && !this.unchecked.has(keyword)) this.unchecked.set(keyword, [...path, keyword]);
    }
  }

  plain(schema, kind, path, name) {
    if (Object.hasOwn(schema, 'enum')) return this.choice(schema, path, name);
    if (kind === 'array') {
      if (!Object.hasOwn(schema, 'items')) throw new Unsupported(path, 'an array wants `items`');
      return `Vec<${unboxed(this.type(schema.items, [...path, 'items'], `${name} item`))}>`;
    }
    if (kind !== 'object') return SCALARS[kind];
    const more = schema.additionalProperties;
    if (schema.properties === undefined) {
      if (typeof more !== 'object') throw new Unsupported(path, 'an object wants `properties`, or a schema as `additionalProperties`');
      this.usesMap = true;
      return `BTreeMap<String, ${unboxed(this.type(more, [...path, 'additionalProperties'], `${name} value`))}>`;
    }
    if (typeof schema.properties !== 'object' || schema.properties === null) throw new Unsupported(path, '`properties` is no object');
    if (typeof more === 'object') throw new Unsupported([...path, 'additionalProperties'], 'further properties beside known ones are not converted');
    return this.struct(schema, path, fresh(camel(name), this.taken));
  }

  // A definition is made once. One that leads back to itself is reached through a box.
  reference(pointer, path) {
    const known = this.named.get(pointer);
    if (known !== undefined) return known.done ? known.type : `Box<${known.type}>`;
    const keys = pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = keys.reduce((at, key) => (at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? at[key] : undefined), this.root);
    if (!pointer.startsWith('#/') || target === undefined) throw new Unsupported([...path, '$ref'], `there is no \`${pointer}\` in this file`);
    const plain = target?.additionalProperties === undefined || typeof target.additionalProperties === 'boolean';
    const isStruct = target?.type === 'object' && plain && typeof target.properties === 'object' && target.properties !== null;
    const entry = { type: '', done: false };
    if (isStruct) {
      entry.type = fresh(camel(keys.at(-1)), this.taken);
      this.named.set(pointer, entry);
      this.check(target, keys);
      this.struct(target, keys, entry.type);
    } else {
      this.named.set(pointer, { type: '()', done: false, loop: true });
      entry.type = this.type(target, keys, keys.at(-1) ?? 'value');
      if (entry.type.includes('()')) throw new Unsupported(keys, 'a definition that is nothing but itself is not converted');
      this.named.set(pointer, entry);
    }
    entry.done = true;
    return entry.type;
  }

  struct(schema, path, name) {
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    const fields = [];
    const taken = new Set();
    for (const [key, property] of Object.entries(schema.properties)) {
      const type = this.type(property, [...path, 'properties', key], `${name} ${key}`);
      const field = fresh(snake(key), taken);
      const attributes = [];
      if (field !== key) attributes.push(`rename = ${rustString(key)}`);
      const optional = !required.has(key);
      if (optional && type.startsWith('Option<')) throw new Unsupported([...path, 'properties', key], 'a property that may be missing and may be null is not converted');
      // A property that may be missing may not be null, and the other way round: serde alone takes one for the other.
      if (optional) {
        attributes.push('default', 'deserialize_with = "present"', 'skip_serializing_if = "Option::is_none"');
        this.helpers.add('present');
      } else if (type.startsWith('Option<')) {
        attributes.push('deserialize_with = "given"');
        this.helpers.add('given');
      }
      const line = attributes.length > 0 ? `    #[serde(${attributes.join(', ')})]\n` : '';
      fields.push(`${docs(property, '    ')}${line}    pub ${field}: ${optional ? `Option<${type}>` : type},\n`);
    }
    for (const key of required) if (!Object.hasOwn(schema.properties, key)) throw new Unsupported([...path, 'required'], `\`${key}\` is required but has no schema`);
    const strict = schema.additionalProperties === false ? '#[serde(deny_unknown_fields)]\n' : '';
    const body = fields.length > 0 ? `{\n${fields.join('')}}` : '{}';
    this.items.push(`${docs(schema, '')}#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]\n${strict}pub struct ${name} ${body}\n`);
    return name;
  }

  choice(schema, path, name) {
    const values = schema.enum;
    if (!Array.isArray(values) || values.length === 0 || !values.every((value) => typeof value === 'string')) {
      throw new Unsupported([...path, 'enum'], 'choices are converted where all are texts');
    }
    const type = fresh(camel(name), this.taken);
    const taken = new Set();
    const variants = [...new Set(values)].map((value) => `    #[serde(rename = ${rustString(value)})]\n    ${fresh(camel(value || 'empty'), taken)},\n`);
    this.items.push(`${docs(schema, '')}#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]\npub enum ${type} {\n${variants.join('')}}\n`);
    return type;
  }
}

// What stands in a list or a map needs no box.
function unboxed(type) {
  return type.startsWith('Box<') ? type.slice(4, -1) : type;
}

// The one type that a schema names beside `null`.
function kinds(schema, path) {
  const all = Array.isArray(schema.type) ? schema.type : [schema.type ?? (schema.enum ? 'string' : schema.properties ? 'object' : undefined)];
  const kinds = all.filter((kind) => kind !== 'null');
  const [kind] = kinds;
  const known = typeof kind === 'string' && (Object.hasOwn(SCALARS, kind) || kind === 'array' || kind === 'object');
  if (kinds.length !== 1 || !known) throw new Unsupported(path, 'one of string, integer, number, boolean, array, object is wanted as `type`');
  return { kind, nullable: all.length > kinds.length };
}

// Title and description as documentation.
function docs(schema, pad) {
  const texts = [schema?.title, schema?.description].filter((text) => typeof text === 'string' && text.trim() !== '');
  const lines = texts.flatMap((text) => text.split(/[\n\r\u2028\u2029]+/)).map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim());
  return lines.filter((line) => line !== '').map((line) => `${pad}/// ${line}\n`).join('');
}
