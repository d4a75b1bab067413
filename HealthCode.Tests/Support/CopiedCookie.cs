using System.Net;

namespace HealthCode.Tests.Support;

/// <summary>A session cookie stolen by copying it to another PC.</summary>
public sealed class CopiedCookie
{
    private const string Name = "HealthCode.Desk=";
    private readonly OfficeServer _server;
    private readonly string _cookie;

    private CopiedCookie(OfficeServer server, string cookie) => (_server, _cookie) = (server, cookie);

    /// <summary>Signs the user in and copies the session cookie.</summary>
    /// <returns>The user's browser, on the page after the sign-in, and the copied cookie.</returns>
    public static async Task<(OfficeBrowser Browser, CopiedCookie Copy)> TakeAsync(OfficeServer server, string userName)
    {
        var browser = server.Browser();
        await browser.OpenAsync("/Account/Login");
        var fields = browser.MainFields().Where(field => !field.Key.StartsWith("Input", StringComparison.Ordinal)).ToList();
        using var form = new FormUrlEncodedContent([.. fields, new("Input.UserName", userName), new("Input.Password", OfficeServer.Password)]);
        using var answer = await browser.Http.PostAsync("/Account/Login", form);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith(Name, StringComparison.Ordinal)).Split(';')[0];
        return (await browser.OpenAsync("/"), new(server, cookie));
    }

    /// <summary>Requests a page with only the copied cookie and returns the status code.</summary>
    public async Task<HttpStatusCode> OpenAsync(string address)
    {
        using var http = _server.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", _cookie);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
