using HealthCode.Domain.Passes;

namespace HealthCode.Web.Printing;

/// <summary>先做好的二维码 — computes the next few QR codes on other cores while a card is drawn, because signing and encoding takes as long as drawing the
/// rest of the card.</summary>
/// <param name="passes">In the order of drawing.</param>
/// <param name="text">Returns the text of a pass's code.</param>
public sealed class QrCodePrefetcher(IEnumerable<HealthPass> passes, Func<HealthPass, string> text) : IDisposable
{
    private const int Few = 16;

    private readonly IEnumerator<HealthPass> _passes = passes.GetEnumerator();
    private readonly Queue<Task<QrCode>> _made = new();

    /// <summary>Returns the code of the next card.</summary>
    /// <exception cref="InvalidOperationException">There are no more cards.</exception>
    public QrCode Next()
    {
        while (_made.Count < Few && _passes.MoveNext())
        {
            var pass = _passes.Current;
            _made.Enqueue(Task.Run(() => QrCode.Of(text(pass))));
        }

        return _made.Count > 0 ? _made.Dequeue().GetAwaiter().GetResult() : throw new InvalidOperationException("more codes than cards");
    }

    /// <inheritdoc/>
    public void Dispose() => _passes.Dispose();
}
