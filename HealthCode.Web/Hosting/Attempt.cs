using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthCode.Web.Hosting;

/// <summary>刚才要做的事 — what a request was about to do, for the pages that say it was not done: 登录, 查验, 保存, 打开这一页.</summary>
public static class Attempt
{
    private const string Open = "打开这一页";
    private const string Send = "提交";

    /// <summary>Posts whose button does not say 保存, by page or folder and, after a blank, handler; the first that fits counts.</summary>
    private static readonly (string Page, string Word)[] Words =
    [
        ("/Account/Login", "登录"), ("/Account/Code", "登录"), ("/Account/ChangePassword", "改密码"), ("/Account/Authenticator", "设置验证码"), ("/Account/Logout", "退出"),
        ("/Checkpoints/Check Record", "登记查验"), ("/Checkpoints/Check Paper", "核对证件"), ("/Checkpoints/Check", "查验"), ("/Checkpoints/Declare", "申报官方码"),
        ("/Review/", "审核"), ("/Passes/HandOver", "发放"), ("/Passes/Reprint", "补打"), ("/Passes/Revoke", "停用"), ("/Printing/", "打印"),
        ("/Imports/", "导入"), ("/Reports/", "下载报表"), ("/Setup", "设置"), ("/Disclosures/", "查询"), ("/Residents/Index", "查找"), ("/HealthStatuses/Index", "查找"),
        ("/", "保存"),
    ];

    /// <summary>Of this request, or of the one an error page is shown for.</summary>
    public static string Of(HttpContext context)
    {
        var (status, fault) = (context.Features.Get<IStatusCodeReExecuteFeature>(), context.Features.Get<IExceptionHandlerFeature>());
        if (OddRequests.Sentence(context) is not null)
        {
            // Its method was changed, and it never came to a page.
            return Send;
        }

        return HttpMethods.IsPost(context.Request.Method) ? OfPost(status?.RouteValues ?? fault?.RouteValues ?? context.Request.RouteValues, context.Request.Query["handler"].ToString()) : Open;
    }

    /// <summary>Of a form that was posted to this path and query.</summary>
    public static string OfAddress(string address)
    {
        var parts = address.Split('?', 2);
        return WordOf($"{parts[0]} {(parts.Length > 1 ? QueryHelpers.ParseQuery(parts[1])["handler"].ToString() : "")}");
    }

    private static string OfPost(RouteValueDictionary route, string handler)
    {
        if (route["page"] is not string page)
        {
            return Send;
        }

        return WordOf($"{page} {route["handler"] as string ?? handler}");
    }

    // The pages of the gate have addresses under another name.
    private static string WordOf(string whole) =>
        Words.First(each => whole.Replace("/Verification/", "/Checkpoints/", StringComparison.OrdinalIgnoreCase).StartsWith(each.Page, StringComparison.OrdinalIgnoreCase)).Word;
}
