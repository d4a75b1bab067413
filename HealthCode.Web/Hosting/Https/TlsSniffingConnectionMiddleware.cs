using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HealthCode.Web.Hosting.Https;

/// <summary>一个端口两种连接 — a port for http answers https too. A browser that has been told to use https with this PC asks for it at the old port as well, and would find nobody there.</summary>
public static class TlsSniffingConnectionMiddleware
{
    private const byte FirstByteOfTls = 0x16;

    /// <summary>As long as a browser may keep a connection open before it says anything.</summary>
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
        // Behind the certificate: what comes without one goes straight to here.
        port.Use(next => plain = next);
    }

    /// <summary>The first byte, left where it is; null when none came.</summary>
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
