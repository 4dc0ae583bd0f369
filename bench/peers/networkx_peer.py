"""NetworkX as its users would: a graph of objects. networkx_peer.py TASK FOLDER"""
import sys

import networkx as nx

from arrays import PairDigest, control_from, read_arrays, tell, wins

task, folder = sys.argv[1:3]
graph = nx.MultiDiGraph() if task == "certain" else nx.DiGraph()
net = {}


def read():
    net.update(read_arrays(folder))
    nodes = net["nodes"]
    graph.add_nodes_from(range(nodes))
    if task == "components":
        start, holder = net["start"].tolist(), net["holder"].tolist()
        for n in range(nodes):
            graph.add_edges_from((n, h) for h in holder[start[n] : start[n + 1]])
        return
    hold, low, flags = net["holdBallot"].tolist(), net["holdLow"].tolist(), net["holdFlags"].tolist()
    start, right, right_start = net["holdStart"].tolist(), net["rightTo"].tolist(), net["rightStart"].tolist()
    for n in range(nodes):
        for e in range(right_start[n], right_start[n + 1]):
            graph.add_edge(n, -1 - right[e], low=0, flags=0)
        for e in range(start[n], start[n + 1]):
            graph.add_edge(n, nodes + hold[e], low=low[e], flags=flags[e])


def certain():
    digest, nodes = PairDigest(), net["nodes"]
    company, ballots, more_than_half = net["company"].tolist(), net["ballots"].tolist(), wins(net)

    def out_edges(holder):
        for _, to, figures in graph.out_edges(holder, data=True):
            yield (to if to < 0 else to - nodes), figures["low"], figures["flags"]

    for source in range(nodes):
        found = control_from(source, out_edges, company, ballots, more_than_half)
        if found:
            digest.add(source, found)
    return digest.told()


def components():
    sizes = [len(c) for c in nx.strongly_connected_components(graph)]
    return {"count": len(sizes), "digest": str(max(sizes))}


tell(read, certain if task == "certain" else components)
