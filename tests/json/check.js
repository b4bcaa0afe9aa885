// Reads JSON lines {"name":...,"v":...} from the file named first with a fatal
// UTF-8 decoder and compares v with the texts of the second (see hostile.pl).
// The third says what v may be: str, num (a string, or the number that the
// text is), or json (a string, or what the text is as JSON; which of the two
// is JSON.parse's to say).
"use strict";
const fs = require("fs");
const [, , got, wanted, kind] = process.argv;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lines = (file) => {
	const text = decoder.decode(fs.readFileSync(file));
	if (!text.endsWith("\n"))
		throw new Error(file + ": no LF at the end");
	return text.slice(0, -1).split("\n");
};
const parse = (s) => {
	try {
		return JSON.parse(s);
	} catch (e) {
		return undefined;
	}
};
const depth = (s) => {
	let d = 0, most = 0;
	for (const c of s) {
		d += c === "[" || c === "{";
		most = Math.max(most, d);
		d -= c === "]" || c === "}";
	}
	return most;
};
// JSON.parse takes half a surrogate pair; tsv2json does not.
const half = (s) => /\\ud[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..)\\ud[c-f]/i.
    test(s);
// Whether a text is a number of at most 15 digits and of a safe size.
const good = (s) => {
	const m = /^-?(0|[1-9]\d*)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(s);
	if (!m)
		return false;
	const all = m[1] + (m[2] || "");
	const first = all.search(/[1-9]/);
	if (first < 0)
		return true;
	const top = BigInt(m[1].length - 1 - first) + BigInt(m[3] || 0);
	return all.replace(/^0+|0+$/g, "").length <= 15 &&
	    top >= -307n && top <= 307n;
};
const json = (text, v) => {
	const want = parse(text);
	if (v === text)
		return want === undefined || half(text) || depth(text) > 256 ||
		    text.includes("\ufffd");
	return want !== undefined &&
	    JSON.stringify(v) === JSON.stringify(want);
};
const judge = (text, v) => {
	if (text === "")
		return v === null;
	if (kind === "json")
		return json(text, v);
	if (kind === "num" && good(text))
		return v === Number(text);
	return v === text;
};

const rows = lines(got);
const want = lines(wanted);
let bad = rows.length === want.length ? 0 : 1;
rows.forEach((row, i) => {
	const [name, hex] = want[i].split("\t");
	const text = decoder.decode(Buffer.from(hex, "hex"));
	const o = JSON.parse(row);
	if (o.name !== name || !judge(text, o.v)) {
		console.log(name + ": " + row.slice(0, 200));
		bad++;
	}
});
console.log(rows.length + " rows, " + bad + " bad");
process.exit(bad > 0 || rows.length < 200 ? 1 : 0);
