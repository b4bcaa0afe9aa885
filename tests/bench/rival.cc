// Words with cppjieba, from standard input to standard output.
//	cppjieba FOLDER_OF_DICTIONARIES
#include <iostream>

#include "cppjieba/Jieba.hpp"

int
main(int argc, char **argv)
{
	std::string dir(argc > 1 ? argv[1] : "dict");
	cppjieba::Jieba jieba(dir + "/jieba.dict.utf8",
	    dir + "/hmm_model.utf8", dir + "/user.dict.utf8",
	    dir + "/idf.utf8", dir + "/stop_words.utf8");
	std::vector<std::string> words;
	std::string line;

	std::ios::sync_with_stdio(false);
	while (std::getline(std::cin, line)) {
		jieba.Cut(line, words, true);
		std::cout << limonp::Join(words.begin(), words.end(), " ")
		    << '\n';
	}
	return 0;
}
