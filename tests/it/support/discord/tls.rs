//! The same REST side behind TLS, for a client that believes it talks to `https://discord.com`.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::serve::Listener;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tempfile::NamedTempFile;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// The name that serenity's addresses are made of.
const NAME: &str = "discord.com";

/// A throw-away authority that vouches for one server.
pub struct Authority {
    /// The authority's certificate, in a file for the bot's configuration to name.
    pub certificate: NamedTempFile,
    acceptor: TlsAcceptor,
}

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names, so no wrong ones");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
        let key = KeyPair::generate().expect("a fresh key");
        let root = params.self_signed(&key).expect("a self-signed certificate");
        let mut certificate = NamedTempFile::new().expect("a temporary file");
        certificate.write_all(root.pem().as_bytes()).expect("room for a certificate");
        let acceptor = Self::acceptor(&Issuer::new(params, key));
        Self { certificate, acceptor }
    }

    fn acceptor(issuer: &Issuer<'_, KeyPair>) -> TlsAcceptor {
        let key = KeyPair::generate().expect("a fresh key");
        let params = CertificateParams::new(vec![NAME.to_owned()]).expect("a valid name");
        let leaf = params.signed_by(&key, issuer).expect("a signed certificate");
        let private = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        // The provider is named here, so that no second one in the build can make the choice ambiguous.
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring knows the usual versions")
            .with_no_client_auth()
            .with_single_cert(vec![leaf.der().clone()], private)
            .expect("a certificate that fits its key");
        TlsAcceptor::from(Arc::new(config))
    }

    pub fn listener(&self, tcp: TcpListener) -> TlsListener {
        let address = tcp.local_addr().expect("a bound socket");
        let (sender, accepted) = mpsc::channel(16);
        tokio::spawn(shake_hands(tcp, self.acceptor.clone(), sender));
        TlsListener { accepted, address }
    }
}

/// Hands out connections whose handshake is done; a slow one holds up nobody.
async fn shake_hands(tcp: TcpListener, acceptor: TlsAcceptor, accepted: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>) {
    loop {
        let connection = tokio::select! {
            () = accepted.closed() => return,
            connection = tcp.accept() => connection,
        };
        let Ok((stream, peer)) = connection else {
            continue;
        };
        let (handshake, accepted) = (acceptor.accept(stream), accepted.clone());
        tokio::spawn(async move {
            if let Ok(stream) = handshake.await {
                // The fake may have been dropped meanwhile; then nobody wants the connection.
                let _unwanted = accepted.send((stream, peer)).await;
            }
        });
    }
}

/// What axum serves from.
pub struct TlsListener {
    accepted: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.accepted.recv().await {
            Some(connection) => connection,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}
