"""Makes kmeans.expected.json: scikit-learn's k-means from given start rows. python3 kmeans.py > kmeans.expected.json
The points are exact in decimal: (i * a_j mod 997) / 997, pulled towards one of 7 places."""
import json

import numpy as np
from sklearn.cluster import KMeans

N, D, K = 900, 5, 12


def point(i):
    return [((i * (131 + 17 * j)) % 997) / 997 + ((i % 7) * (j + 3)) % 7 for j in range(D)]


points = np.array([point(i) for i in range(N)])
cases = []
for tolerance in (1e-4, 1e-2, 0):
    fit = KMeans(K, init=points[:K], n_init=1, algorithm="lloyd", max_iter=300, tol=tolerance).fit(points)
    sizes = sorted(np.bincount(fit.labels_).tolist(), reverse=True)
    cases.append({"tolerance": tolerance, "inertia": float(fit.inertia_), "iterations": int(fit.n_iter_), "sizes": sizes})
print(json.dumps({"n": N, "d": D, "k": K, "cases": cases}, indent=2))
