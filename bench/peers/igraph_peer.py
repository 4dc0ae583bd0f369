"""python-igraph as its users would. igraph_peer.py TASK FOLDER"""
import sys

import igraph
import numpy as np

from arrays import PairDigest, control_from, read_arrays, tell, wins

task, folder = sys.argv[1:3]
net = {}
graph = None


def read():
    global graph
    net.update(read_arrays(folder))
    nodes = net["nodes"]
    if task == "components":
        company = np.repeat(np.arange(nodes, dtype=np.int64), np.diff(net["start"]))
        graph = igraph.Graph(n=nodes, edges=np.column_stack((company, net["holder"])), directed=True)
        return
    holders = np.repeat(np.arange(nodes, dtype=np.int64), np.diff(net["holdStart"]))
    rights = np.repeat(np.arange(nodes, dtype=np.int64), np.diff(net["rightStart"]))
    ballots = len(net["company"])
    tail = np.concatenate((holders, rights))
    head = np.concatenate((net["holdBallot"].astype(np.int64) + nodes, net["rightTo"]))
    graph = igraph.Graph(n=nodes + ballots, edges=np.column_stack((tail, head)), directed=True)
    graph.es["low"] = np.concatenate((net["holdLow"], np.zeros(len(rights)))).tolist()
    graph.es["flags"] = np.concatenate((net["holdFlags"], np.zeros(len(rights), np.uint8))).tolist()


def certain():
    digest, nodes = PairDigest(), net["nodes"]
    company, ballots, more_than_half = net["company"].tolist(), net["ballots"].tolist(), wins(net)
    low, flags = graph.es["low"], graph.es["flags"]
    heads = [e[1] for e in graph.get_edgelist()]

    def out_edges(holder):
        for e in graph.incident(holder, mode="out"):
            head = heads[e]
            yield (head - nodes if head >= nodes else -1 - head), low[e], flags[e]

    for source in range(nodes):
        found = control_from(source, out_edges, company, ballots, more_than_half)
        if found:
            digest.add(source, found)
    return digest.told()


def components():
    sizes = graph.connected_components(mode="strong").sizes()
    return {"count": len(sizes), "digest": str(max(sizes))}


tell(read, certain if task == "certain" else components)
