"""The peer of k-means: scikit-learn. kmeans.py FOLDER float32|float64 lloyd|elkan COLUMNS MAX_ITERATIONS
Reads points.bin (float32) and start.bin (float64, clusters x columns) of the folder; prints seconds of fit() alone, iterations, inertia and the most memory ever held, in MB."""
import resource
import sys
import time

import numpy as np
from sklearn.cluster import KMeans

folder, precision, algorithm, columns, iterations = sys.argv[1:]
points = np.fromfile(f"{folder}/points.bin", "<f4").reshape(-1, int(columns)).astype(precision, copy=False)
start = np.fromfile(f"{folder}/start.bin", "<f8").reshape(-1, int(columns)).astype(precision)
began = time.perf_counter()
fit = KMeans(len(start), init=start, n_init=1, algorithm=algorithm, max_iter=int(iterations), tol=1e-4).fit(points)
seconds = time.perf_counter() - began
print(seconds, fit.n_iter_, repr(float(fit.inertia_)), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
