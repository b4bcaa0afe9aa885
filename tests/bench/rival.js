// What Node modules do of the same work, from standard input to standard
// output:  node rival.js jieba|recognizers|json
const fs = require("fs");
const lines = require("readline").createInterface({ input: process.stdin });
let held = "";

function put(text) {
	held += text + "\n";
	if (held.length > 65536) {
		fs.writeSync(1, held);
		held = "";
	}
}

const peers = {
	jieba() {
		const { Jieba } = require("@node-rs/jieba");
		const { dict } = require("@node-rs/jieba/dict");
		const jieba = Jieba.withDict(dict);
		return (line) => put(jieba.cut(line, true).join(" "));
	},
	recognizers() {
		const all = require("@microsoft/recognizers-text-number");
		return (line) => put(JSON.stringify(
			all.recognizeNumber(line, all.Culture.Chinese)));
	},
	json() {
		let names;
		return (line) => {
			const fields = line.split("\t");
			if (!names) {
				names = fields;
				return;
			}
			const row = {};
			names.forEach((name, i) => { row[name] = fields[i]; });
			put(JSON.stringify(row));
		};
	},
};

lines.on("line", peers[process.argv[2]]());
lines.on("close", () => fs.writeSync(1, held));
