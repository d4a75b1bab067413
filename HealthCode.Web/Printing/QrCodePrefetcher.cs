using HealthCode.Domain.Passes;

namespace HealthCode.Web.Printing;

/// <summary>先做好的二维码 — the codes of many cards in the order they are drawn, a few of them made by the other processors while one card is drawn: a signed code costs as much as the rest of its card.</summary>
/// <param name="passes">In the order of drawing.</param>
/// <param name="text">What the code of each says.</param>
public sealed class QrCodePrefetcher(IEnumerable<HealthPass> passes, Func<HealthPass, string> text) : IDisposable
{
    private const int Few = 16;

    private readonly IEnumerator<HealthPass> _passes = passes.GetEnumerator();
    private readonly Queue<Task<QrCode>> _made = new();

    /// <summary>The next card's.</summary>
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
