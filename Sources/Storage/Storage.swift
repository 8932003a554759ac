// The Storage library; see the folder of each concept.
