using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HealthCode.Tests.Support;

/// <summary>A browser without JavaScript: opens pages, fills in forms by their labels, presses buttons, follows redirects.</summary>
public sealed class OfficeBrowser(HttpClient http)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the current page, after redirects.</summary>
    public string Address { get; private set; } = "/";

    public string Html { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The text of the page, without tags.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".summary li").Select(item => item.TextContent.Trim())];

    public string StatusMessage => Page.QuerySelector(".status")?.TextContent.Trim() ?? "";

    public string Title => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public async Task<OfficeBrowser> OpenAsync(string address)
    {
        await ShowAsync(await http.GetAsync(address), address);
        return this;
    }

    /// <summary>Finds the element of the main form with this label.</summary>
    public IElement Field(string label) => Labelled(MainForm(null), label);

    /// <summary>Fills in the main form by labels and presses its main button.</summary>
    public Task<OfficeBrowser> SendAsync(params (string Label, string? Value)[] values) => PressAsync(null, values);

    /// <summary>Fills in the form with this button and presses it. Values: "on" or null for a check box, the label of a radio button.</summary>
    public async Task<OfficeBrowser> PressAsync(string? button, params (string Label, string? Value)[] values)
    {
        var form = MainForm(button);
        foreach (var (label, value) in values)
        {
            Fill(form, label, value);
        }

        var fields = Fields(form);
        if (button is not null && Button(form, button) is { } pressed)
        {
            if (pressed.GetAttribute("name") is { Length: > 0 } name)
            {
                fields.Add(new(name, pressed.GetAttribute("value") ?? ""));
            }
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Address;
        action = button is not null && Button(form, button)?.GetAttribute("formaction") is { Length: > 0 } own ? own : action;
        if (form.Method == "get")
        {
            var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            return await OpenAsync(action.Split('?')[0] + "?" + query);
        }

        return await PostAsync(action, fields);
    }

    /// <summary>Posts these fields, independently of the page.</summary>
    public async Task<OfficeBrowser> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await PostAsync(address, content);
    }

    /// <summary>Posts this content, independently of the page.</summary>
    public async Task<OfficeBrowser> PostAsync(string address, HttpContent content)
    {
        await ShowAsync(await http.PostAsync(address, content), address);
        return this;
    }

    /// <summary>The fields that the main form would post now, including the antiforgery token.</summary>
    public List<KeyValuePair<string, string>> MainFields() => Fields(MainForm(null));

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.Concat(form.Owner!.QuerySelectorAll($"[form='{form.Id}']")).Distinct())
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } tick when tick.IsChecked:
                    fields.Add(new(tick.Name, tick.Value));
                    break;
                case IHtmlInputElement { Name.Length: > 0, Type: not ("checkbox" or "radio" or "submit" or "file") } box:
                    fields.Add(new(box.Name, box.Value));
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } list:
                    fields.Add(new(list.Name, list.Value ?? ""));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields.Add(new(area.Name, area.Value));
                    break;
            }
        }

        return fields;
    }

    private static void Fill(IHtmlFormElement form, string label, string? value)
    {
        if (form.QuerySelectorAll("fieldset").FirstOrDefault(group => Says(group.QuerySelector("legend"), label)) is { } fieldset)
        {
            var radios = fieldset.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").ToList();
            // The shortest that says so: 正常 is no 不正常.
            var chosen = value is null ? null : radios.Select(radio => (radio.Id, Text: fieldset.QuerySelector($"label[for='{radio.Id}']")!.TextContent)).Where(each => each.Text.Contains(value, StringComparison.Ordinal)).MinBy(each => each.Text.Length).Id;
            radios.ForEach(radio => radio.IsChecked = radio.Id == chosen);
            return;
        }

        switch (Labelled(form, label))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                tick.IsChecked = value is not null;
                break;
            case IHtmlInputElement box:
                box.Value = value ?? "";
                break;
            case IHtmlTextAreaElement area:
                area.Value = value ?? "";
                break;
            case IHtmlSelectElement list:
                list.Value = (list.Options.FirstOrDefault(option => option.Text.Trim() == value || option.Value == value)
                    ?? throw new InvalidOperationException($"「{label}」里没有「{value}」")).Value;
                break;
        }
    }

    private static IElement Labelled(IHtmlFormElement form, string label)
    {
        var found = form.QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(one => Says(one, label))
            ?? throw new InvalidOperationException($"表上没有「{label}」");
        return found.QuerySelector("input:not([type=hidden]), select, textarea") ?? form.Owner!.GetElementById(found.HtmlFor!)
            ?? throw new InvalidOperationException($"「{label}」没有对应的格子");
    }

    private static bool Says(IElement? label, string text)
    {
        var words = label?.TextContent.Replace("（可不填）", "", StringComparison.Ordinal).Trim();
        return words == text || (label?.QuerySelector(".hint") is { } hint && words == text + hint.TextContent);
    }

    private static IElement? Button(IHtmlFormElement form, string text) => form.QuerySelectorAll("button")
        .Concat(form.Id is { Length: > 0 } ? form.Owner!.QuerySelectorAll($"button[form='{form.Id}']") : [])
        .FirstOrDefault(button => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    private IHtmlFormElement MainForm(string? button)
    {
        var forms = Page.QuerySelectorAll<IHtmlFormElement>("form");
        return (button is null
            ? forms.FirstOrDefault(form => form.Closest("main") is not null && form.QuerySelector("button.main") is not null)
                ?? forms.FirstOrDefault(form => form.Closest("main") is not null)
            : forms.FirstOrDefault(form => Button(form, button) is not null))
            ?? throw new InvalidOperationException($"{Address} 上没有{(button is null ? "表" : $"「{button}」")}：{Text.Trim()}");
    }

    private async Task ShowAsync(HttpResponseMessage answer, string address)
    {
        for (var hops = 0; (int)answer.StatusCode is >= 301 and <= 308 && hops < 6; hops++)
        {
            address = answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
            answer.Dispose();
            answer = await http.GetAsync(address);
        }

        using (answer)
        {
            (Status, Address) = (answer.StatusCode, address);
            Html = await answer.Content.ReadAsStringAsync();
            Page = Parser.ParseDocument(Html);
        }
    }
}
