# docker build --target cli -t leaklens:0.1.0 .
# docker build --target page -t leaklens-page:0.1.0 .
FROM node:24-alpine AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

# The page: files, and nginx as nobody.
FROM nginxinc/nginx-unprivileged:1.29-alpine AS page
COPY deploy/page/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /src/dist /usr/share/nginx/html
USER 101:101
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]

# The terminal program, with the page that `leaklens open` serves and `export` packs.
FROM node:24-alpine AS cli
ENV NODE_ENV=production
WORKDIR /leaklens
COPY --from=build /src/package.json /src/LICENSE ./
COPY --from=build /src/bin bin
COPY --from=build /src/build/cli build/cli
COPY --from=build /src/dist dist
USER 10001:10001
ENTRYPOINT ["node", "/leaklens/bin/leaklens.js"]
CMD ["--help"]
