using System.Text;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HealthCode.Web.Pages;

/// <summary>首次设置的区划导入 — streams the uploaded division list instead of buffering it, because nobody is signed in yet. One upload at a time.</summary>
public static class SetupImport
{
    private const int LongestField = 8 * 1024;

    /// <summary>Whether the request is the upload at set-up, which may be larger than other anonymous requests.</summary>
    public static async ValueTask<bool> IsOneAsync(HttpContext context)
    {
        var (request, services) = (context.Request, context.RequestServices);
        return HttpMethods.IsPost(request.Method) && request.Path.Equals("/Setup", StringComparison.OrdinalIgnoreCase)
            && string.Equals(request.Query["handler"], "Import", StringComparison.OrdinalIgnoreCase)
            && Boundary(request) is not null && services.GetRequiredService<SetupCode>().Allows(context)
            && !await services.GetRequiredService<FirstStart>().IsDoneAsync(services.GetRequiredService<OfficeDb>(), context.RequestAborted);
    }

    public static void UseSetupImport(this WebApplication app)
    {
        var turn = new SemaphoreSlim(1);
        app.Use(async (context, next) =>
        {
            if (BodyLimits.Passed(context) is not null || !await IsOneAsync(context))
            {
                await next(context);
                return;
            }

            await turn.WaitAsync(context.RequestAborted);
            try
            {
                if (await TryBeginAsync(context.Request, context.RequestAborted))
                {
                    await next(context);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                }
            }
            finally
            {
                turn.Release();
            }
        });
    }

    /// <summary>Reads the fields before the file and sets the request's form; the file in it is the rest of the body as a stream.</summary>
    private static async Task<bool> TryBeginAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (reader, fields, files) = (new MultipartReader(Boundary(request)!, request.Body), new Dictionary<string, StringValues>(), new FormFileCollection());
            while (files.Count == 0 && await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { } file)
                {
                    files.Add(new StreamedFile(file));
                }
                else if (section.AsFormDataSection() is { } field)
                {
                    fields[field.Name] = await ShortAsync(section.Body, cancellationToken);
                }
            }

            request.Form = new FormCollection(fields, files);
            return true;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            request.Form = FormCollection.Empty;
            return false;
        }
    }

    private static async Task<string> ShortAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read <= LongestField ? Encoding.UTF8.GetString(bytes, 0, read) : throw new InvalidDataException("a field is too long");
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary ? boundary.ToString() : null;

    /// <summary>A file that can be read once, from the beginning, while it is received.</summary>
    private sealed class StreamedFile(FileMultipartSection section) : IFormFile
    {
        public string ContentType => section.Section.ContentType ?? "";

        public string ContentDisposition => section.Section.ContentDisposition ?? "";

        public IHeaderDictionary Headers => new HeaderDictionary(section.Section.Headers);

        /// <summary>The length is unknown until the end.</summary>
        public long Length => 0;

        public string Name => section.Name;

        public string FileName => section.FileName;

        public Stream OpenReadStream() => section.FileStream!;

        public void CopyTo(Stream target) => OpenReadStream().CopyTo(target);

        public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => OpenReadStream().CopyToAsync(target, cancellationToken);
    }
}
