// Sparse codes of the words a network of Kenyon cells has learned: static ones, from the target block alone, and in context.
#pragma once

#include "core/learn/fly_net.h"
#include "core/model/fly_code.h"

namespace engram {

CodeTable wordCodes(const FlyNet& net, int active);  // a code a word

// How codes sort words of known topics (-1: none): mean similarity within and between topics, and the share of the five nearest words
// that are of the same topic. All 0 where no word has a topic.
struct TopicFigures {
    double within = 0, between = 0, purity = 0;
};
TopicFigures topicFigures(const CodeTable& codes, const std::vector<int>& topics);

std::vector<int> nearestWords(const CodeTable& codes, int word, int count);  // by similarity, then by number

}  // namespace engram
