namespace HealthCode.Web.Pages.Shared;

/// <summary>What the page of this request has shown so far: its fields and its buttons, in their order. The summary of errors, written last, follows it.</summary>
public sealed class RenderedForm
{
    private readonly List<string> _fields = [];
    private readonly List<(string Handler, string Text, bool IsMain)> _buttons = [];

    private RenderedForm()
    {
    }

    /// <summary>The one of this request.</summary>
    public static RenderedForm Of(HttpContext context)
    {
        if (context.Items[typeof(RenderedForm)] is not RenderedForm form)
        {
            context.Items[typeof(RenderedForm)] = form = new();
        }

        return form;
    }

    /// <summary>A field was shown.</summary>
    /// <param name="name">Its name in the form.</param>
    public void AddField(string name) => _fields.Add(name);

    /// <summary>A button that sends a form was shown.</summary>
    /// <param name="handler">The page handler it leads to; empty for the unnamed one.</param>
    /// <param name="text">Its words.</param>
    /// <param name="isMain">Whether it is the main one of its form.</param>
    public void AddButton(string handler, string text, bool isMain) => _buttons.Add((handler, text, isMain));

    /// <summary>The words of the button that leads to this handler; null if none was shown.</summary>
    public string? ButtonOf(string handler)
    {
        var leading = _buttons.Where(button => button.Handler.Equals(handler, StringComparison.OrdinalIgnoreCase)).ToList();
        return leading.Count == 0 ? null : leading.OrderByDescending(button => button.IsMain).First().Text;
    }

    /// <summary>Errors in the order of the fields on the page. Errors of the whole form come first, those of fields unknown here last.</summary>
    /// <param name="errors">Errors with the names of their fields.</param>
    /// <param name="posted">Names in the order in which the browser sent them, which is that of the page; it omits unanswered questions.</param>
    public IReadOnlyList<(string Field, string Sentence)> InOrder(IEnumerable<(string Field, string Sentence)> errors, IEnumerable<string> posted)
    {
        var order = Order(posted);
        return [.. errors.OrderBy(error => error.Field.Length == 0 ? -1 : Place(order, error.Field))];
    }

    /// <summary>Fields without a tag helper, as in grids, come after the field that was sent before them.</summary>
    private List<string> Order(IEnumerable<string> posted)
    {
        var order = _fields.Distinct().ToList();
        var after = -1;
        foreach (var name in posted)
        {
            var known = order.IndexOf(name);
            if (known < 0)
            {
                order.Insert(known = after + 1, name);
            }

            after = known;
        }

        return order;
    }

    private static int Place(List<string> order, string field)
    {
        var place = order.IndexOf(field);
        // An error of a list or of a part of the form stands at its first field.
        return place >= 0 ? place
            : order.FindIndex(name => name.StartsWith(field + "[", StringComparison.Ordinal) || name.StartsWith(field + ".", StringComparison.Ordinal)) is >= 0 and var first ? first
            : int.MaxValue;
    }
}
