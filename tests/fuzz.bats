# The inputs that once ended a fuzz target, and some changes of them.
load lib

@test "fuzz targets hold on their cases" {
	wants cc
	sh "$top/tests/fuzz/run.sh" replay
}
