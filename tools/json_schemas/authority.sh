# A time-stamp authority in this folder: a root, and a certificate for time stamps alone.
set -e
cat > tsa.cnf <<END
[req]
distinguished_name = name
[name]
[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
[root]
basicConstraints = critical, CA:TRUE
[stamp]
extendedKeyUsage = critical, timeStamping
END
echo 01 > serial
key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -config tsa.cnf"
openssl req -x509 $key -keyout root.key -out root.pem -subj /CN=Root -extensions root -days 2
openssl req $key -keyout tsa.key -out tsa.csr -subj /CN=Stamps
openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -out tsa.pem -extfile tsa.cnf -extensions stamp -days 1
