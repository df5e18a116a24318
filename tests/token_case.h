// The model and the graph of a golden case of tokens. The case lists rows of tokens, and stacks the weights of its heads.
#pragma once

#include "core/model/energy_transformer.h"
#include "tests/golden_case.h"

namespace engram::test {

inline EnergyTransformer transformerOf(const Case& c) {
    EnergyTransformer model;
    const int heads = int(c.param("H")), rows = int(c.param("Y"));
    const Matrix q = c.input("W_Q"), k = c.input("W_K");
    for (int h = 0; h < heads; ++h) {
        model.queries.push_back(q.middleRows(h * rows, rows));
        model.keys.push_back(k.middleRows(h * rows, rows));
    }
    model.memories = c.input("Xi");
    model.gamma = c.input("gamma")(0, 0);
    model.delta = c.vector("delta");
    model.epsilon = c.param("eps");
    model.beta = c.param("beta");
    if (c.params().value("hn", "relu") == "softmax") model.law = Softmax{c.param("beta_hn")};
    model.selfAttention = true;  // the graph says who sees itself
    return model;
}

inline TokenGraph graphOf(const Case& c) { return (c.input("allow").array() > 0).matrix(); }

}  // namespace engram::test
