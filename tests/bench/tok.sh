# Words.  cppjieba comes in the folder of nodejieba, as source.
derive long text tr -d '\n'
cppjieba=${NODE_PATH:-none}/nodejieba/submodules/cppjieba
[ ! -d "$cppjieba" ] || c++ -O2 -I"$cppjieba/include" \
    -I"$cppjieba/deps/limonp/include" -o cppjieba "$peers/rival.cc"

ours tok text tok
rival cppjieba text ./cppjieba "$cppjieba/dict"
rival "jieba-rs (node)" text node "$peers/rival.js" jieba
rival jieba text "$PYTHON" "$peers/rival.py" jieba
rival ICU text "$PYTHON" "$peers/rival.py" icu
ours "tok -t" text tok -t
ours "tok, one line" long tok
forget long
