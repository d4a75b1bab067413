using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HealthCode.Web.Hosting.Https;

/// <summary>一个端口两种连接 — lets an http port accept TLS too. A browser that received HSTS for this PC uses https on the old http port as well, and would
/// fail to connect.</summary>
public static class TlsSniffingConnectionMiddleware
{
    private const byte FirstByteOfTls = 0x16;

    /// <summary>How long to wait for the first byte; browsers open idle connections in advance.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void AnswerBoth(this ListenOptions port)
    {
        ConnectionDelegate? plain = null;
        port.Use(encrypted => async connection =>
        {
            if (await FirstByteAsync(connection) is { } first)
            {
                await (first == FirstByteOfTls ? encrypted : plain!)(connection);
            }
        });
        port.UseHttps();
        // Registered after UseHttps; plain connections are passed directly to this delegate.
        port.Use(next => plain = next);
    }

    /// <summary>Peeks at the first byte without consuming it; null if none arrived.</summary>
    private static async Task<byte?> FirstByteAsync(ConnectionContext connection)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        patience.CancelAfter(Patience);
        try
        {
            var read = await connection.Transport.Input.ReadAsync(patience.Token);
            byte? first = read.Buffer.IsEmpty ? null : read.Buffer.FirstSpan[0];
            connection.Transport.Input.AdvanceTo(read.Buffer.Start);
            return first;
        }
        catch (Exception gone) when (gone is OperationCanceledException or ConnectionResetException or ConnectionAbortedException)
        {
            return null;
        }
    }
}
