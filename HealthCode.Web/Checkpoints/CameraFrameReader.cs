namespace HealthCode.Web.Checkpoints;

/// <summary>Receives frames from the cameras of the checkpoints, a few at a time, so that cameras do not slow down the office. Keeps and logs nothing of them.</summary>
public sealed class CameraFrameReader : IDisposable
{
    private const string TooLarge = "这一帧图片超过 200 KB，没有收。请刷新这一页，再用摄像头扫。";

    /// <summary>Half of the processors decode; the other half is the office's.</summary>
    private readonly SemaphoreSlim _turn = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Reads the body of a request and looks for a code.</summary>
    public async Task<CameraFrameAnswer> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType is not "image/jpeg")
        {
            return new(StatusCodes.Status415UnsupportedMediaType, null, "这里只收摄像头的 JPEG 图片。请刷新这一页，再用摄像头扫。");
        }

        if (request.ContentLength > CameraFrame.LargestBytes)
        {
            return new(StatusCodes.Status413PayloadTooLarge, null, TooLarge);
        }

        var jpeg = new byte[CameraFrame.LargestBytes + 1];
        try
        {
            // Without a length, what is beyond the limit is not read.
            var length = await request.Body.ReadAtLeastAsync(jpeg, jpeg.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > CameraFrame.LargestBytes)
            {
                return new(StatusCodes.Status413PayloadTooLarge, null, TooLarge);
            }

            await _turn.WaitAsync(cancellationToken);
            try
            {
                return CameraFrame.TryRead(jpeg.AsSpan(0, length), out var code, out var fault)
                    ? new(StatusCodes.Status200OK, code, null)
                    : new(StatusCodes.Status415UnsupportedMediaType, null, fault);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Array.Clear(jpeg);
        }
    }

    public void Dispose() => _turn.Dispose();
}

/// <summary>What the page is told about a frame.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Text of the code in the frame; null if there is none.</param>
/// <param name="Fault">Why the frame was not accepted; null if it was.</param>
public sealed record CameraFrameAnswer(int Status, string? Code, string? Fault);
