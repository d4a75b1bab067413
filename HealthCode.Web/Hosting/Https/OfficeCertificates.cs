using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Https;

/// <summary>本机证书 — the office's own CA and the server certificate it signs: created on first use, stored in the data folder, renewed
/// automatically.</summary>
public sealed partial class OfficeCertificates(DataFolder folder, TimeProvider time, Func<CertificateNames> names, ILogger<OfficeCertificates> log)
{
    private static readonly TimeSpan BeforeItsEnd = TimeSpan.FromDays(30);

    /// <summary>How often the PC's names and addresses are read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private X509Certificate2? _authority;
    private X509Certificate2? _server;
    private DateTimeOffset _lookedAt;

    /// <summary>The CA certificate for other PCs to trust, without its private key.</summary>
    public X509Certificate2 Authority
    {
        get
        {
            lock (_lock)
            {
                return X509CertificateLoader.LoadCertificate(AuthorityAt(time.GetUtcNow()).RawData);
            }
        }
    }

    /// <summary>The server certificate with its private key. Read for every connection, so that a renewed one needs no restart.</summary>
    public X509Certificate2 Server
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                // Also checked at once when the clock was set back.
                if (_server is null || now < _lookedAt || now >= _lookedAt + Fresh)
                {
                    _server = ServerAt(now);
                    _lookedAt = now;
                }

                return _server;
            }
        }
    }

    private string AuthorityFile => Path.Combine(folder.Keys, "https-authority.pem");

    private string ServerFile => Path.Combine(folder.Keys, "https-server.pem");

    private X509Certificate2 AuthorityAt(DateTimeOffset now)
    {
        _authority ??= Read(AuthorityFile);
        if (_authority is null || !CertificateMaking.IsValid(_authority, now, BeforeItsEnd))
        {
            using var made = CertificateMaking.Authority(names(), now);
            _authority = Keep(made, AuthorityFile);
            LogMade("证书机构", _authority.Thumbprint);
        }

        return _authority;
    }

    private X509Certificate2 ServerAt(DateTimeOffset now)
    {
        var (authority, called) = (AuthorityAt(now), names());
        var server = _server ?? Read(ServerFile);
        if (server is not null && CertificateMaking.IsUsableFor(server, authority, called, now, BeforeItsEnd))
        {
            return server;
        }

        // Open connections still use the old certificate, so it is not disposed.
        using var made = CertificateMaking.Server(authority, called, now);
        server = Keep(made, ServerFile);
        LogMade("服务器证书", server.Thumbprint);
        return server;
    }

    private X509Certificate2? Read(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }

            var text = File.ReadAllText(file);
            return Usable(X509Certificate2.CreateFromPem(text, text));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            // A damaged file must not prevent the start; a new CA then has to be installed on the other PCs again.
            LogSpoilt(Path.GetFileName(file), fault);
            return null;
        }
    }

    /// <summary>Writes certificate and key atomically, readable by the server's account only. If the disk is full they are kept in memory until the
    /// next start.</summary>
    private X509Certificate2 Keep(X509Certificate2 certificate, string file)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        var text = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
        try
        {
            Write(text, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotKept(Path.GetFileName(file), fault);
        }

        return Usable(X509Certificate2.CreateFromPem(text, text));
    }

    private static void Write(string text, string file)
    {
        var fresh = file + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var written = new FileStream(fresh, options))
        {
            written.Write(Encoding.ASCII.GetBytes(text));
            written.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>Windows cannot use ephemeral keys for TLS, so the key is re-imported from PKCS#12.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
        }
    }

    [LoggerMessage(LogLevel.Information, "制作了新的{Kind}，指纹 {Thumbprint}")]
    private partial void LogMade(string kind, string thumbprint);

    [LoggerMessage(LogLevel.Warning, "证书文件 {File} 写不进去，先用着内存里的，下次启动再写")]
    private partial void LogNotKept(string file, Exception fault);

    [LoggerMessage(LogLevel.Warning, "证书文件 {File} 读不出来，重新制作")]
    private partial void LogSpoilt(string file, Exception fault);
}
