// Names of types, fields and variants.

import { rustName } from './batuta-sdk.js';

const ASCII = /[^A-Za-z0-9]+/g;

// `first name` and `firstName` become `FirstName`.
export function camel(text) {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(ASCII).filter((word) => word !== '');
  const name = words.map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase()).join('');
  return /^[A-Z]/.test(name) ? name : `T${name}`;
}

// `first name` and `firstName` become `first_name`.
export function snake(text) {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(ASCII).filter((word) => word !== '');
  return rustName(words.join('_').toLowerCase());
}

// `name`, or the first of `name2`, `name3` … that is not taken.
export function fresh(name, taken) {
  let wanted = name;
  for (let number = 2; taken.has(wanted); number += 1) wanted = `${name}${number}`;
  taken.add(wanted);
  return wanted;
}
